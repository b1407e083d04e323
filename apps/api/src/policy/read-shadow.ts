import type { Shadow } from '@matchwatch/contracts';
import {
  type ApplicantType,
  type ApplicantView,
  applicantTypes,
  fullView,
  type RiskLevel,
  restrictedRuleCodes,
  riskLevels,
  riskRank,
  type ShadowMove,
  shadowMove,
  shadowMoves,
} from '@matchwatch/domain';
import {
  countShadowClosings,
  countShadowLevels,
  countShadowRules,
  type Database,
  isWholeSchool,
  listShadowMovers,
  type RunRow,
  type School,
  type ShadowLevels,
  type ShadowRunRow,
} from '@matchwatch/store';
import { notFound } from '../http/problem.js';
import { readRunAnswers } from '../runs/run-answer.js';
import { readVersion } from './trial.js';

const namesShown = 200;

/** What the last trial of a version showed, of all current seasons or one, as of one moment. */
export async function readShadow(
  snapshot: Database,
  school: School,
  view: ApplicantView,
  id: number,
  now: Date,
  { season, move }: { season?: number | undefined; move?: ShadowMove | undefined },
): Promise<Shadow> {
  const { version, trial } = await readVersion(snapshot, school, id, now);
  if (season !== undefined && !trial.seasons.includes(season)) throw notFound('current season');
  const runs = trial.runs.filter((run) => season === undefined || run.season === season);
  const runIds = runs.map((run) => run.id);
  const counted = await countShadowLevels(snapshot, school.id, runIds);
  const { rows: movers, total: moversTotal } = await listShadowMovers(snapshot, school.id, view, runIds, { move, limit: namesShown });
  // Numbers are of the cohort; names are of those whose risk is open.
  const changed = (await listShadowMovers(snapshot, school.id, fullView, runIds, { limit: 0 })).total;
  const byRule = await countShadowRules(snapshot, school.id, runIds);
  const flags = await countShadowClosings(snapshot, school.id, runIds);
  const sum = (count: 'population' | 'assessed' | 'failed' | 'unchanged') => runs.reduce((all, { counts }) => all + counts[count], 0);
  return {
    versionId: version.id,
    version: version.version,
    state: trial.state,
    asOf: runs[0]?.asOf ?? null,
    against: runs[0]?.against ?? null,
    seasons: trial.seasons,
    runs: await readRunAnswers(snapshot, school.id, view, runs.map(asRow)),
    applicants: {
      population: sum('population'),
      assessed: sum('assessed'),
      failed: sum('failed'),
      changed,
      reworded: sum('assessed') - sum('unchanged') - changed,
      unchanged: sum('unchanged'),
    },
    moves: movesOf(counted),
    levels: levelsOf(counted),
    byAdvisor: byAdvisor(counted),
    byType: byType(counted),
    byRule: isWholeSchool(view.wellbeing) ? byRule : byRule.filter(({ code }) => !restrictedRuleCodes.has(code)),
    // Reviews are not kept yet, so nobody has reviewed any of them.
    flags,
    movers,
    moversTotal,
  };
}

function asRow(row: ShadowRunRow): RunRow {
  const { sameContent: _, against: __, ...run } = row;
  return run;
}

type Counted = readonly ShadowLevels[];

const zeroes = <K extends string>(keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

function movesOf(counted: Counted): Record<ShadowMove, number> {
  const moves = zeroes(shadowMoves);
  for (const { from, to, applicants } of counted) {
    const move = shadowMove(from, to);
    if (move) moves[move] += applicants;
  }
  return moves;
}

function levelsOf(counted: Counted): Record<'before' | 'after', Record<RiskLevel, number>> {
  const before = zeroes(riskLevels);
  const after = zeroes(riskLevels);
  for (const { from, to, applicants } of counted) {
    before[from] += applicants;
    after[to] += applicants;
  }
  return { before, after };
}

const isAtRisk = (level: RiskLevel): boolean => riskRank[level] >= riskRank['at-risk'];

function byAdvisor(counted: Counted): Shadow['byAdvisor'] {
  const loads = new Map<string | null, Shadow['byAdvisor'][number]>();
  for (const { advisor, from, to, applicants } of counted) {
    const load = loads.get(advisor) ?? { advisor, applicants: 0, before: 0, after: 0 };
    loads.set(advisor, load);
    load.applicants += applicants;
    if (isAtRisk(from)) load.before += applicants;
    if (isAtRisk(to)) load.after += applicants;
  }
  const change = ({ before, after }: Shadow['byAdvisor'][number]) => Math.abs(after - before);
  return [...loads.values()].sort((a, b) => change(b) - change(a) || b.after - a.after || (a.advisor ?? '').localeCompare(b.advisor ?? ''));
}

function byType(counted: Counted): Shadow['byType'] {
  const present = new Map<ApplicantType, ShadowLevels[]>();
  for (const count of counted) present.set(count.applicantType, [...(present.get(count.applicantType) ?? []), count]);
  return applicantTypes.flatMap((applicantType) => {
    const of = present.get(applicantType);
    const applicants = of?.reduce((sum, each) => sum + each.applicants, 0) ?? 0;
    return of ? [{ applicantType, applicants, ...levelsOf(of), moves: movesOf(of) }] : [];
  });
}
