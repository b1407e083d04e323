import type { Day, RunKind } from '@matchwatch/domain';
import { type Database, sqlOne } from '../database.js';
import { inForceOn } from '../policy/policy-in-force.js';

export interface NewRun {
  season: number;
  kind: Exclude<RunKind, 'shadow'>;
  /** What makes it the only one of its kind: a day, a week, an import, an edit. */
  slot: string;
  asOf: Day;
  /** The name of the default policy, for a school that has no version of its own in force on the day. */
  policyVersion: string;
  rulesDigest: string;
  requestedBy: string;
  /** Only these applicants; the whole cohort when absent. */
  applicantIds?: readonly number[] | undefined;
  /** The run whose failures it tries again; a retry has one, and no other run does. */
  retryOf?: number | undefined;
}

/**
 * Writes the run row of a slot unless it is there; `created` tells which. The caller rings the queue after its transaction.
 * The policy it names is the one in force as things stand; which one it uses is fixed when it is opened.
 */
export async function createRun(db: Database, schoolId: string, run: NewRun): Promise<{ id: number; created: boolean }> {
  const inserted = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `with own as (${inForceOn('$1', '$5::date')})
     insert into run (school_id, season, kind, slot, as_of, policy_version, policy_version_id, rules_digest, requested_by, applicant_ids, retry_of)
     values ($1, $2, $3, $4, $5, coalesce((select version from own), $6), (select id from own), $7, $8, $9, $10)
     on conflict (school_id, season, kind, slot) do nothing
     returning id`,
    [
      schoolId,
      run.season,
      run.kind,
      run.slot,
      run.asOf,
      run.policyVersion,
      run.rulesDigest,
      run.requestedBy,
      run.applicantIds ?? null,
      run.retryOf ?? null,
    ],
  );
  if (inserted) return { id: inserted.id, created: true };
  const standing = await sqlOne<{ id: number }>(
    db,
    schoolId,
    'select id from run where school_id = $1 and season = $2 and kind = $3 and slot = $4',
    [schoolId, run.season, run.kind, run.slot],
  );
  if (!standing) throw new Error(`Run ${run.kind} ${run.slot} was neither inserted nor found`);
  return { id: standing.id, created: false };
}
