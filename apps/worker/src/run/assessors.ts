import type { Day } from '@matchwatch/domain';
import { type Assessor, createAssessor, policyFromChanges } from '@matchwatch/risk-rules';
import { type CarriedPolicy, type Database, digestOf, findRunPolicy, type RunPolicy } from '@matchwatch/store';

/** Assessors by policy and day; a night asks for one a school, a history of runs for a few. */
const assessors = new Map<string, Assessor>();
const mostAssessors = 16;

/** The assessor of a policy on a day, compiled once. The name alone would not do: a draft keeps its name while it is edited. */
export function assessorFor({ version, changes }: CarriedPolicy, asOf: Day): Assessor {
  const key = `${asOf} ${digestOf(JSON.stringify(changes))} ${version}`;
  return kept(assessors, mostAssessors, key, () => createAssessor(policyFromChanges(version, changes), asOf));
}

/** Policies of runs at work; fixed when a run is opened, so one read a run and process does. */
const policies = new Map<string, RunPolicy>();
const mostPolicies = 64;

/** What a run that was opened assesses by. */
export async function runPolicyOf(db: Database, schoolId: string, runId: number): Promise<RunPolicy> {
  const key = `${runId} ${schoolId}`;
  const known = policies.get(key);
  if (known) return known;
  const read = await findRunPolicy(db, schoolId, runId);
  if (!read) throw new Error(`Run ${runId} was not opened`);
  return kept(policies, mostPolicies, key, () => read);
}

function kept<T>(known: Map<string, T>, most: number, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= most) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}
