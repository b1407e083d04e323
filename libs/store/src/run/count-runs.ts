import { type Database, sql } from '../database.js';

/** Runs of all schools by kind and state, for monitoring. */
export const countRunsByState = (db: Database): Promise<{ kind: string; state: string; runs: number }[]> =>
  sql(db, 'select kind, state, count(*) as runs from run group by kind, state');
