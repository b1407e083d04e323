import { type Database, sqlOne, sqlWithoutSchool } from '../database.js';

/** What the connections of every worker begin with. */
export const workerPrefix = 'matchwatch worker ';

/** What a worker calls its connections, so that others can tell how many workers there are. */
export const workerApplicationName = (host: string, pid: number): string => `${workerPrefix}${host.slice(0, 30)}:${pid}`;

/** Workers that are connected to the database now, each as `host:process`; one asks for what is due every few seconds. */
export const listWorkers = async (db: Database): Promise<string[]> =>
  (
    await sqlWithoutSchool<{ name: string }>(
      db,
      `select distinct substr(application_name, $2) as name from pg_stat_activity
       where datname = current_database() and starts_with(application_name, $1) order by 1`,
      [workerPrefix, workerPrefix.length + 1],
    )
  ).map(({ name }) => name);

/** The database server, and how large the database is. */
export async function findServer(db: Database): Promise<{ version: string; bytes: number }> {
  const [server] = await sqlWithoutSchool<{ version: string; bytes: number }>(
    db,
    `select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`,
  );
  if (!server) throw new Error('The database did not answer');
  return server;
}

/** Names of the migrations that ran, oldest first. */
export const listMigrationsRun = async (db: Database): Promise<string[]> =>
  (await sqlWithoutSchool<{ name: string }>(db, 'select name from schema_migration order by timestamp, id')).map(({ name }) => name);

/** How the mail of a school stands: what waits, what nobody knows of, what failed since an instant, and when the last went out. */
export async function findMailStanding(
  db: Database,
  schoolId: string,
  since: Date,
): Promise<{ waiting: number; uncertain: number; failed: number; lastSentAt: Date | null }> {
  const standing = await sqlOne<{ waiting: number; uncertain: number; failed: number; lastSentAt: Date | null }>(
    db,
    schoolId,
    `select count(*) filter (where state in ('due', 'sending')) as waiting, count(*) filter (where state = 'uncertain') as uncertain,
            count(*) filter (where state = 'failed' and ended_at >= $2) as failed, max(ended_at) filter (where state = 'sent') as "lastSentAt"
     from delivery where school_id = $1`,
    [schoolId, since],
  );
  return standing ?? { waiting: 0, uncertain: 0, failed: 0, lastSentAt: null };
}
