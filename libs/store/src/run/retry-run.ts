import type { Day } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import { createRun, type NewRun } from './create-run.js';

/** What became of the wish to try the failures of a run again: a run of these only, or why there is none. */
export type RetryOutcome =
  | { outcome: 'done'; id: number; created: boolean; applicants: number }
  | { outcome: 'nothing' }
  | { outcome: 'refused'; state: string }
  | { outcome: 'missing' };

/**
 * Writes a run of those whom a published run could not assess: named one by one, or as members of the ranges that were given up. It is as of
 * the same day, and published as usual. Asking again while it still moves gives the same run. The caller rings the queue after its transaction.
 */
export async function retryRun(
  db: Database,
  schoolId: string,
  runId: number,
  asked: Pick<NewRun, 'policyVersion' | 'rulesDigest' | 'requestedBy'>,
): Promise<RetryOutcome> {
  // Two who ask at once get the same slot.
  const run = await sqlOne<{ season: number; kind: string; state: string; asOf: Day; over: number }>(
    db,
    schoolId,
    `select season, kind, state, as_of as "asOf",
            (select count(*) from run again where again.school_id = $1 and again.retry_of = $2
              and again.state not in ('queued', 'assessing', 'closed')) as over
     from run where school_id = $1 and id = $2 for update`,
    [schoolId, runId],
  );
  if (!run) return { outcome: 'missing' };
  if (run.state !== 'published') return { outcome: 'refused', state: run.state };
  const failed = await listFailedApplicants(db, schoolId, runId);
  if (failed.length === 0) return { outcome: 'nothing' };
  const { id, created } = await createRun(db, schoolId, {
    ...asked,
    season: run.season,
    kind: 'retry',
    slot: `${runId}.${run.over + 1}`,
    asOf: run.asOf,
    applicantIds: failed,
    retryOf: runId,
  });
  return { outcome: 'done', id, created, applicants: failed.length };
}

/** Whom a run could not assess and who is still there, in order. */
async function listFailedApplicants(db: Database, schoolId: string, runId: number): Promise<number[]> {
  const rows = await sql<{ id: number }>(
    db,
    schoolId,
    `select a.id from run join applicant a on a.school_id = run.school_id and a.season = run.season
     where run.school_id = $1 and run.id = $2
       and (exists (select from run_problem p where p.school_id = $1 and p.run_id = $2 and p.applicant_id = a.id)
            or exists (select from run_chunk c where c.school_id = $1 and c.run_id = $2 and c.state = 'failed'
                       and a.id between c.first_id and c.last_id and (c.ids is null or a.id = any (c.ids))))
     order by a.id`,
    [schoolId, runId],
  );
  return rows.map(({ id }) => id);
}
