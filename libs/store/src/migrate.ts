import pg from 'pg';
import { createDataSource } from './database.js';

/** Any constant will do: two processes that migrate the same database must merely agree on it. */
const migrationLock = 7_264_811_052;

/**
 * Brings the schema to the newest version under an advisory lock, so that any number of processes may ask at once.
 * `alongside` runs under the same lock (the queue's own tables). Returns the names of the migrations that ran.
 */
export async function migrate(url: string, alongside?: () => Promise<void>): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url, application_name: 'matchwatch migrate' });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    const source = await createDataSource({ url, poolSize: 1, applicationName: 'matchwatch migrate' }).initialize();
    try {
      const ran = await source.runMigrations({ transaction: 'each' });
      await alongside?.();
      return ran.map(({ name }) => name);
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}
