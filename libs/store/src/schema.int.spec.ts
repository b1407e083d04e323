import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDataSource, migrate, sqlWithoutSchool } from './index.js';

describe('the schema', () => {
  let db: ThrowAwayDatabase;
  beforeAll(async () => {
    db = await throwAwayPostgres();
  });
  afterAll(() => db.drop());

  it('is what the entities say, so that neither drifts from the migrations', async () => {
    const source = await createDataSource({ url: db.url, poolSize: 1 }).initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  it('begins every key of every table with the school', async () => {
    const source = await createDataSource({ url: db.url, poolSize: 1 }).initialize();
    try {
      const keys = await sqlWithoutSchool<{ table: string; first: string }>(
        source,
        `select c.conrelid::regclass::text as table, a.attname as first from pg_constraint c
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
         where c.contype in ('p', 'f') and c.connamespace = 'public'::regnamespace and c.conrelid <> 'schema_migration'::regclass`,
      );
      expect(keys.length).toBeGreaterThan(30);
      expect(keys.filter(({ first }) => first !== 'school_id')).toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  it('can be brought up to date by any number of processes at once', async () => {
    expect(await Promise.all([migrate(db.url), migrate(db.url), migrate(db.url)])).toEqual([[], [], []]);
  });
});
