import pg from 'pg';
import { createDataSource } from './database.js';
import { listPendingMigrations } from './pending-migrations.js';
import { ensureAppRole } from './row-security/app-role.js';
import { lowerForOwner, raiseRowSecurity } from './row-security/raise-row-security.js';
import { listRowSecurityFaults } from './row-security/row-security-faults.js';

/** Any constant will do: two processes that migrate the same database must merely agree on it. */
const migrationLock = 7_264_811_052;

/**
 * Brings the schema to the newest version under an advisory lock, so that any number of processes may ask at once, and puts every table
 * of a school behind row-level security. `url` is the owner's login; another login that is to work as the app role may be named.
 * `alongside` runs under the same lock (the queue's own tables). Returns the names of the migrations that ran.
 */
export async function migrate(url: string, alongside?: () => Promise<void>, login?: string): Promise<string[]> {
  const owner = new pg.Client({ connectionString: url, application_name: 'matchwatch migrate' });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [migrationLock]);
    await ensureAppRole(owner, login);
    const ran = await runMigrations(url, owner);
    await alongside?.();
    return ran;
  } finally {
    await owner.end();
  }
}

async function runMigrations(url: string, owner: pg.Client): Promise<string[]> {
  // A statement that row-level security would narrow fails instead of missing rows.
  const source = createDataSource({ url, poolSize: 1, applicationName: 'matchwatch migrate', session: { row_security: 'off' } });
  await source.initialize();
  try {
    const isCurrent = (await listPendingMigrations(source)).length === 0 && (await listRowSecurityFaults(source)).length === 0;
    if (isCurrent) return [];
    await lowerForOwner(owner);
    try {
      return (await source.runMigrations({ transaction: 'each' })).map(({ name }) => name);
    } finally {
      await raiseRowSecurity(owner);
    }
  } finally {
    await source.destroy();
  }
}
