import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type DataSource, sql, sqlWithoutSchool } from '../index.js';
import { packetLeavesOut, packetParts } from './packet-parts.js';

describe('the packet of an applicant', () => {
  let db: ThrowAwayDatabase;
  let store: DataSource;
  beforeAll(async () => {
    db = await throwAwayPostgres();
    store = await connect({ url: db.url, poolSize: 1 });
  });
  afterAll(async () => {
    await store.destroy();
    await db.drop();
  });

  it('is made from every table that names applicants; one that is left out says why', async () => {
    const tables = await sqlWithoutSchool<{ table: string }>(
      store,
      `with recursive naming as (                       -- tables that name applicants
         select c.table_name::text as name from information_schema.columns c
         join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
         where c.table_schema = 'public' and (c.column_name in ('applicant_id', 'applicant_ids', 'external_id') or c.table_name = 'applicant')
       ), held as (                                     -- and, as far down as it goes, tables whose rows hang on a row of one of those
         select name from naming
         union
         select k.conrelid::regclass::text from pg_constraint k join held on held.name = k.confrelid::regclass::text
         where k.contype = 'f' and held.name <> 'run'
       )
       select name as table from held`,
    );
    const parts = packetParts.flatMap(({ table, inside = [] }) => [table, ...inside]);
    const left = Object.keys(packetLeavesOut);
    expect(new Set(parts).size).toBe(parts.length);
    expect(parts.filter((part) => left.includes(part))).toEqual([]);
    expect([...parts, ...left].sort()).toEqual(tables.map(({ table }) => table).sort());
  });

  it('can be read from each of them', async () => {
    for (const { table, text } of packetParts) expect(await sql(store, 'demo', text, ['demo', 1]), table).toEqual([]);
  });
});
