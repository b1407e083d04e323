import type { Home } from '@matchwatch/contracts';
import { applicantTypes, type RiskLevel, riskLevels, type SpecialtyKey } from '@matchwatch/domain';
import type { CohortCount } from '@matchwatch/store';

type Levels = Home['levels'];

/** Every level with its count, zero where there is none. */
export const allLevels = (counts: Partial<Record<RiskLevel, number>> = {}): Levels =>
  Object.fromEntries(riskLevels.map((level) => [level, counts[level] ?? 0])) as Levels;

function levelsOf(counts: readonly CohortCount[]): Levels {
  const levels = allLevels();
  for (const { riskLevel, applicants } of counts) if (riskLevel) levels[riskLevel] += applicants;
  return levels;
}

const sum = (counts: readonly CohortCount[], of: (count: CohortCount) => number): number =>
  counts.reduce((total, count) => total + of(count), 0);

type Tally = Pick<Home, 'total' | 'levels' | 'byType' | 'bySpecialty'> & { needs: Omit<Home['needs'], 'staleSince' | 'challengesOverdue'> };

/** The numbers of the first page from the cohort's combinations. */
export function tally(counts: readonly CohortCount[]): Tally {
  const levels = levelsOf(counts);
  const specialties = new Map<SpecialtyKey | null, CohortCount[]>();
  for (const count of counts) specialties.set(count.specialty, [...(specialties.get(count.specialty) ?? []), count]);
  return {
    total: sum(counts, ({ applicants }) => applicants),
    levels,
    byType: applicantTypes
      .map((applicantType) => ({ applicantType, levels: levelsOf(counts.filter((count) => count.applicantType === applicantType)) }))
      .filter((type) => riskLevels.some((level) => type.levels[level] > 0)),
    bySpecialty: [...specialties]
      .map(([specialty, of]) => ({ specialty, levels: levelsOf(of), applicants: sum(of, ({ applicants }) => applicants) }))
      .sort((a, b) => b.applicants - a.applicants)
      .map(({ specialty, levels }) => ({ specialty, levels })),
    needs: {
      highRisk: levels['high-risk'],
      atRisk: levels['at-risk'],
      atRiskWithoutAdvisor: sum(counts, ({ riskLevel, withoutAdvisor }) =>
        riskLevel === 'high-risk' || riskLevel === 'at-risk' ? withoutAdvisor : 0,
      ),
      notAssessable: levels['not-assessable'],
      noSpecialty: sum(counts, ({ specialty, applicants }) => (specialty === null ? applicants : 0)),
      stale: sum(counts, ({ stale }) => stale),
    },
  };
}
