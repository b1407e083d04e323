import { type Database, sql } from '../database.js';

/** Runs of a school by kind and state, for monitoring. */
export const countRunsByState = (db: Database, schoolId: string): Promise<{ kind: string; state: string; runs: number }[]> =>
  sql(db, schoolId, 'select kind, state, count(*) as runs from run where school_id = $1 group by kind, state', [schoolId]);
