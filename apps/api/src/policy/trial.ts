import { type Day, dayIn, liveRunStates, type PolicyNotice, type ShadowState, seasonEndsOn } from '@matchwatch/domain';
import { defaultPolicy, type Policy, policyFromChanges } from '@matchwatch/risk-rules';
import {
  type Database,
  findPolicyVersion,
  listSeasons,
  listShadowRuns,
  type PolicyVersionRow,
  type School,
  type ShadowRunRow,
} from '@matchwatch/store';
import { notFound } from '../http/problem.js';
import { rulesDigest } from '../rules-in-force.js';
import { noticesOf } from './lint-policy.js';
import { readSchoolPolicy } from './school-policy.js';

/** A version beside the policy it would take the place of. */
export interface VersionInContext {
  version: PolicyVersionRow;
  policy: Policy;
  /** In force on the day, but for this version. */
  against: Policy;
  /** The day both are looked at: the one it takes effect, or today when that has come. */
  day: Day;
  notices: PolicyNotice[];
  trial: Trial;
}

/** How a draft was last tried. */
export interface Trial {
  state: ShadowState;
  /** The last shadow run of each season that is not over. */
  runs: ShadowRunRow[];
  /** Seasons it must be tried on, newest first. */
  seasons: number[];
}

/** A version of the school with all that deciding about it needs. */
export async function readVersion(db: Database, school: School, id: number, now: Date): Promise<VersionInContext> {
  const today = dayIn(school.timeZone, now);
  const version = await findPolicyVersion(db, school.id, id, today);
  if (!version) throw notFound('policy version');
  const day = version.effectiveOn > today ? version.effectiveOn : today;
  const policy = policyFromChanges(version.version, version.changes);
  const against = await readAgainst(db, school.id, version, day);
  return { version, policy, against, day, notices: noticesOf(policy, day), trial: await readTrial(db, school.id, version, against, today) };
}

/** A draft is compared with what it would take the place of; what was published with what it was begun on. */
async function readAgainst(db: Database, schoolId: string, { state, basedOn }: PolicyVersionRow, day: Day): Promise<Policy> {
  if (state === 'draft') return (await readSchoolPolicy(db, schoolId, day)).policy;
  const base = basedOn && (await findPolicyVersion(db, schoolId, basedOn.id, day));
  return base ? policyFromChanges(base.version, base.changes) : defaultPolicy;
}

async function readTrial(db: Database, schoolId: string, version: PolicyVersionRow, against: Policy, today: Day): Promise<Trial> {
  const seasons = await listCurrentSeasons(db, schoolId, today);
  const runs = (await listShadowRuns(db, schoolId, version.id)).filter(({ season }) => seasons.includes(season));
  return { seasons, runs, state: stateOf(version, seasons, runs, against) };
}

function stateOf(
  { effectiveOn }: PolicyVersionRow,
  seasons: readonly number[],
  runs: readonly ShadowRunRow[],
  against: Policy,
): ShadowState {
  if (runs.length === 0) return 'none';
  if (runs.some(({ state }) => liveRunStates.has(state))) return 'running';
  if (runs.some(({ state }) => state !== 'compared')) return 'failed';
  const stands = (run: ShadowRunRow) =>
    run.sameContent && run.against === against.version && run.asOf >= effectiveOn && run.rulesDigest === rulesDigest;
  return runs.length === seasons.length && runs.every(stands) ? 'current' : 'stale';
}

/** Seasons of the school that are not over, newest first. */
export async function listCurrentSeasons(db: Database, schoolId: string, today: Day): Promise<number[]> {
  const seasons = await listSeasons(db, schoolId);
  return seasons.map(({ season }) => season).filter((season) => today < seasonEndsOn(season));
}
