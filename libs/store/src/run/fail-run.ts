import { type Database, sql } from '../database.js';

/** Ends a run that could not be opened, closed or published, with the reason. */
export async function failRun(db: Database, schoolId: string, runId: number, reason: string): Promise<void> {
  await sql(
    db,
    schoolId,
    `update run set state = 'failed', reason = $3 where school_id = $1 and id = $2 and state in ('queued', 'assessing', 'closed')`,
    [schoolId, runId, reason],
  );
}
