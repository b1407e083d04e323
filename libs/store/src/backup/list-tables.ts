import type pg from 'pg';
import { BackupFailed } from './manifest.js';

/** How a table is read and written, as the catalogue describes it. */
export interface TableShape {
  name: string;
  ofSchool: boolean;
  /** What is stored and not computed, in order. */
  columns: string[];
  /** SQL of an order that is the same on every server. */
  orderBy: string;
  refersTo: string[];
}

interface TableRow extends TableShape {
  reached: boolean;
}

const catalogue = `
  with t as (
    select c.oid, c.relname, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'school_id' and not a.attisdropped) as of_school
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'
  )
  select t.relname as name, t.of_school as "ofSchool",
         (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
          where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
         -- Texts by their bytes: another server may sort them otherwise.
         (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', ' order by k.place)
          from pg_constraint p, unnest(p.conkey) with ordinality as k (attnum, place), pg_attribute a
          where p.conrelid = t.oid and p.contype = 'p' and a.attrelid = t.oid and a.attnum = k.attnum and a.attname <> 'school_id') as "orderBy",
         (select coalesce(array_agg(distinct r.relname::text), '{}') from pg_constraint f join pg_class r on r.oid = f.confrelid
          where f.conrelid = t.oid and f.contype = 'f' and f.confrelid <> t.oid) as "refersTo",
         t.relname = 'school' or exists (
           select from pg_constraint f join pg_attribute a on a.attrelid = t.oid and a.attnum = f.conkey[1]
           where f.conrelid = t.oid and f.contype = 'f' and f.confrelid <> t.oid and f.convalidated and a.attname = 'school_id') as reached
  from t order by t.relname`;

/**
 * Every table of the product, each after those it refers to. Throws `BackupFailed` when rows of one could belong to no school: what is read
 * school by school would then miss them.
 */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableRow>(catalogue);
  for (const { name, ofSchool, reached } of rows)
    if (ofSchool && !reached) throw new BackupFailed(`The table ${name} refers to no school, so that rows of it could be missed.`);
  const { rows: narrowed } = await client.query<{ name: string }>(
    `select p.polrelid::regclass::text || ' (' || p.polname || ')' as name from pg_policy p where not p.polpermissive`,
  );
  if (narrowed[0]) throw new BackupFailed(`A policy hides rows even within their school: ${narrowed[0].name}.`);
  return inOrder(rows.map(({ reached: _reached, ...table }) => table));
}

function inOrder(tables: readonly TableShape[]): TableShape[] {
  const ordered: TableShape[] = [];
  const left = new Map(tables.map((table) => [table.name, table]));
  while (left.size > 0) {
    const next = [...left.values()].filter(({ refersTo }) => !refersTo.some((name) => left.has(name)));
    if (next.length === 0) throw new BackupFailed(`These tables refer to each other in a circle: ${[...left.keys()].join(', ')}.`);
    for (const table of next) {
      ordered.push(table);
      left.delete(table.name);
    }
  }
  return ordered;
}

/** What rows look like in a backup, whatever the server or the login would choose. */
export const fixForms = async (client: pg.ClientBase): Promise<void> => {
  for (const form of [
    `timezone = 'UTC'`,
    `datestyle = 'ISO, YMD'`,
    `intervalstyle = 'postgres'`,
    'extra_float_digits = 3',
    `bytea_output = 'hex'`,
    `client_encoding = 'UTF8'`,
    'statement_timeout = 0',
    'idle_in_transaction_session_timeout = 0',
  ])
    await client.query(`set ${form}`);
};

/** The statements that read a table whole, one a school. */
export const readsOf = (
  { name, ofSchool, columns, orderBy }: TableShape,
  schools: readonly string[],
): ReadonlyArray<{ school: string; select: string }> => {
  const select = `select ${columns.join(', ')} from ${name}`;
  const order = orderBy ? ` order by ${orderBy}` : '';
  if (!ofSchool) return [{ school: '', select: `${select}${order}` }];
  // Ids of schools are lower-case letters, digits and hyphens; a quote would have to be doubled.
  return schools.map((school) => ({ school, select: `${select} where school_id = '${school.replaceAll(`'`, `''`)}'${order}` }));
};
