import 'reflect-metadata';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';

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

/** The TypeORM data source over the store's entities and migrations; not yet connected. */
export function createDataSource({ url, poolSize = 10, applicationName = 'matchwatch' }: ConnectionSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'schema_migration',
    applicationName,
    poolSize,
    extra: { types, keepAlive: true, connectionTimeoutMillis: 10_000 },
    logging: false,
  });
}

/** Opens the pool; the caller destroys it. */
export const connect = (settings: ConnectionSettings): Promise<DataSource> => createDataSource(settings).initialize();

/** Runs one statement and returns its rows, whatever kind of statement it is. */
export async function sql<Row>(db: Database, text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const manager = 'manager' in db ? db.manager : db;
  const runner = manager.queryRunner ?? manager.dataSource.createQueryRunner();
  try {
    const result = await runner.query(text, [...parameters], true);
    return (result.records ?? []) as Row[];
  } finally {
    if (runner !== manager.queryRunner) await runner.release();
  }
}

/** The first row of a statement, or undefined. */
export const sqlOne = async <Row>(db: Database, text: string, parameters: readonly unknown[] = []): Promise<Row | undefined> =>
  (await sql<Row>(db, text, parameters))[0];
