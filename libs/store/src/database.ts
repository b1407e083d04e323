import 'reflect-metadata';
import { appRole } from '@matchwatch/domain';
import pg from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { entities } from './entities.js';
import { migrations as everyMigration } from './migrations/index.js';
import { AppRoleMissing, isAboutRole } from './row-security/app-role.js';
import { queryInSchool } from './row-security/school-statement.js';

/** A connection pool or a transaction: what repositories speak to. */
export type Database = DataSource | EntityManager;

/** A connection pool, for whoever opens and closes one. */
export type { DataSource };

export interface ConnectionSettings {
  /** `postgres://…` */
  url: string;
  /** Most connections at once; 10 unless told. */
  poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  applicationName?: string;
}

const dateOid = 1082;
const bigintOid = 20;
const dateArrayOid = 1182;
const asText = (text: string) => text;
const asDays = (text: string) => text.slice(1, -1).split(',').filter(Boolean);

/** Days stay text and counts become numbers, for our own pools only: BullMQ shares the driver and wants its defaults. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === dateOid) return asText;
      if (oid === bigintOid) return Number;
      if (oid === dateArrayOid) return asDays;
    }
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

interface SourceSettings extends ConnectionSettings {
  /** Settings each connection starts with, and comes back to when they are reset. */
  session?: Record<string, string>;
  /** Some migrations instead of all. */
  migrations?: typeof everyMigration;
}

/** The TypeORM data source over the store's entities and migrations; not yet connected. */
export function createDataSource({
  url,
  poolSize = 10,
  applicationName = 'matchwatch',
  session = {},
  migrations = everyMigration,
}: SourceSettings): DataSource {
  const options = Object.entries(session).map(([name, value]) => `-c ${name}=${value}`);
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'schema_migration',
    applicationName,
    poolSize,
    extra: { types, keepAlive: true, connectionTimeoutMillis: 10_000, options: options.join(' ') },
    logging: false,
  });
}

/** Opens a pool that works as `appRole`, whoever's login the URL has; the caller destroys it. Throws `AppRoleMissing` when the login may not. */
export async function connect(settings: ConnectionSettings): Promise<DataSource> {
  const source = createDataSource({ ...settings, session: { role: appRole } });
  try {
    await source.initialize();
  } catch (error) {
    throw isAboutRole(error) ? new AppRoleMissing((error as Error).message) : error;
  }
  const [{ role } = { role: '' }] = await sqlWithoutSchool<{ role: string }>(source, 'select current_user as role');
  if (role === appRole) return source;
  await source.destroy();
  // Options in the URL replace ours.
  throw new AppRoleMissing(`connections work as ${role}`);
}

const ownerPools = new WeakSet<DataSource>();

/** Opens a pool that works as the login of the URL itself, which owns the tables: for what looks at a database as a whole; never for requests or jobs. */
export async function connectAsOwner(settings: ConnectionSettings): Promise<DataSource> {
  const source = await createDataSource(settings).initialize();
  ownerPools.add(source);
  return source;
}

let rewrite: ((text: string) => string) | undefined;

/**
 * For the tests of row-level security: what becomes of each statement of a school before it is sent by the app role. They take the store's
 * own condition on the school out, so that nothing but row-level security keeps schools apart.
 */
export function rewriteStatements(how: ((text: string) => string) | undefined): void {
  rewrite = how;
}

/** Runs one statement within a school and returns its rows, whatever kind of statement it is. No other school's rows are there for it. */
export async function sql<Row>(db: Database, schoolId: string, text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  return withRunner(db, async (runner) => {
    const said = rewrite && !ownerPools.has(runner.dataSource) ? rewrite(text) : text;
    const { rows } = await queryInSchool((await runner.connect()) as pg.ClientBase, schoolId, said, parameters);
    return rows as Row[];
  });
}

/** The first row of a statement, or undefined. */
export const sqlOne = async <Row>(
  db: Database,
  schoolId: string,
  text: string,
  parameters: readonly unknown[] = [],
): Promise<Row | undefined> => (await sql<Row>(db, schoolId, text, parameters))[0];

/** Runs a statement that is about no school; every table of schools is empty for it, unless an owner asks who is not bound by row-level security. */
export const sqlWithoutSchool = <Row>(db: Database, text: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
  withRunner(db, async (runner) => ((await runner.query(text, [...parameters], true)).records ?? []) as Row[]);

async function withRunner<T>(db: Database, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const manager = 'manager' in db ? db.manager : db;
  const runner = manager.queryRunner ?? manager.dataSource.createQueryRunner();
  try {
    return await work(runner);
  } finally {
    if (runner !== manager.queryRunner) await runner.release();
  }
}
