import { type Area, areas, areasWithoutRisk, type Finding, type FindingLevel, type RiskLevel } from '@matchwatch/domain';

/** In how many areas findings of one level add up to the next risk level. */
export interface Stacking {
  readonly actAreas: number;
  readonly watchAreas: number;
}

export interface Standing {
  readonly riskLevel: RiskLevel;
  readonly setBy: readonly string[];
}

const onTrack: Standing = Object.freeze({ riskLevel: 'on-track', setBy: Object.freeze([]) });

// One bit an area; areas that never move the level have none.
const bitOf = Object.fromEntries(areas.map((area, i) => [area, areasWithoutRisk.has(area) ? 0 : 1 << i])) as Record<Area, number>;

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function codesAt(findings: readonly Finding[], level: FindingLevel): string[] {
  const codes: string[] = [];
  for (const finding of findings) if (finding.level === level && bitOf[finding.area] !== 0) codes.push(finding.code);
  return codes;
}

/**
 * Where findings put an applicant, and which of them did it. Factors add up: enough areas at `act` make high risk, enough at `watch` make at risk.
 * With nothing at `watch` or above, a missing essential fact makes the applicant not assessable, never on track; `setBy` then lists those facts.
 */
export function standingOf(findings: readonly Finding[], missingEssentials: readonly string[], stacking: Stacking): Standing {
  let urgent = 0;
  let act = 0;
  let watch = 0;
  for (const { level, area } of findings) {
    if (level === 'watch') watch |= bitOf[area];
    else if (level === 'act') act |= bitOf[area];
    else if (level === 'urgent') urgent |= bitOf[area];
  }
  if (urgent !== 0) return { riskLevel: 'high-risk', setBy: codesAt(findings, 'urgent') };
  if (act !== 0) return { riskLevel: countBits(act) >= stacking.actAreas ? 'high-risk' : 'at-risk', setBy: codesAt(findings, 'act') };
  if (watch !== 0) return { riskLevel: countBits(watch) >= stacking.watchAreas ? 'at-risk' : 'watch', setBy: codesAt(findings, 'watch') };
  return missingEssentials.length > 0 ? { riskLevel: 'not-assessable', setBy: missingEssentials } : onTrack;
}
