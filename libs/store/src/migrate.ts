import pg from 'pg';
import { createDataSource } from './database.js';
import { migrations as everyMigration } from './migrations/index.js';
import { listPendingMigrations } from './pending-migrations.js';
import { ensureAppRole } from './row-security/app-role.js';
import { lowerForOwner, raiseRowSecurity } from './row-security/raise-row-security.js';
import { listRowSecurityFaults } from './row-security/row-security-faults.js';

/** Any constant will do: two processes that migrate the same database must merely agree on it. */
const migrationLock = 7_264_811_052;

/** How far `migrate` goes, and what comes before. */
export interface MigrateOptions {
  /** Told under the lock what is to run on a database that holds a school; when it fails, nothing is changed. */
  beforeUpgrade?: ((pending: readonly string[]) => Promise<void>) | undefined;
  /** Runs these and no others; all there are unless told. */
  only?: readonly string[] | undefined;
}

/**
 * Brings the schema to the newest version under an advisory lock, so that any number of processes may ask at once, and puts every table
 * of a school behind row-level security. `url` is the owner's login; another login that is to work as the app role may be named.
 * `alongside` runs under the same lock (the queue's own tables). Returns the names of the migrations that ran.
 */
export async function migrate(
  url: string,
  alongside?: () => Promise<void>,
  login?: string,
  options: MigrateOptions = {},
): Promise<string[]> {
  const owner = new pg.Client({ connectionString: url, application_name: 'matchwatch migrate' });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [migrationLock]);
    await ensureAppRole(owner, login);
    const ran = await runMigrations(url, owner, options);
    await alongside?.();
    return ran;
  } finally {
    await owner.end();
  }
}

async function runMigrations(url: string, owner: pg.Client, { only, beforeUpgrade }: MigrateOptions): Promise<string[]> {
  const migrations = only && everyMigration.filter((migration) => only.includes(new migration().name));
  // A statement that row-level security would narrow fails instead of missing rows.
  const source = createDataSource({
    url,
    poolSize: 1,
    applicationName: 'matchwatch migrate',
    session: { row_security: 'off' },
    ...(migrations && { migrations }),
  });
  await source.initialize();
  try {
    const pending = await listPendingMigrations(source, only);
    const isCurrent = pending.length === 0 && (await listRowSecurityFaults(source)).length === 0;
    if (isCurrent) return [];
    if (beforeUpgrade && pending.length > 0 && (await holdsSchool(owner))) await beforeUpgrade(pending);
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

/** Whether there is a school whose people would miss something. */
async function holdsSchool(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query<{ exists: boolean }>(`select to_regclass('public.school') is not null as exists`);
  if (!rows[0]?.exists) return false;
  return ((await owner.query('select from school limit 1')).rowCount ?? 0) > 0;
}
