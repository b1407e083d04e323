import { type Database, sql } from '../database.js';

/** A run that should be moving and has not for a while. */
export interface DueRun {
  schoolId: string;
  runId: number;
  kind: string;
  state: 'queued' | 'assessing' | 'closed';
  /** Chunks still open, in order; empty when the next step is to close. */
  openChunks: number[];
}

/** Takes every run of a school that has not moved for `idleSeconds` and marks it rung; two sweepers never take the same one. */
export const takeDueRuns = (db: Database, schoolId: string, idleSeconds: number): Promise<DueRun[]> =>
  sql<DueRun>(
    db,
    schoolId,
    `with due as (
       select school_id, id from run
       where school_id = $1 and state in ('queued', 'assessing', 'closed') and rung_at < clock_timestamp() - make_interval(secs => $2)
       order by rung_at limit 100 for update skip locked
     ), rung as (
       update run set rung_at = clock_timestamp() from due where run.school_id = due.school_id and run.id = due.id
       returning run.school_id, run.id, run.kind, run.state
     )
     select school_id as "schoolId", id as "runId", kind, state,
            array(select no from run_chunk c where c.school_id = rung.school_id and c.run_id = rung.id and c.state = 'open' order by no) as "openChunks"
     from rung`,
    [schoolId, idleSeconds],
  );
