import { createHash } from 'node:crypto';
import type pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { chooseSchool } from '../row-security/school-statement.js';
import { readsOf, type TableShape } from './list-tables.js';
import { type BackedUpTable, BackupFailed } from './manifest.js';

/**
 * The rows of a table as COPY writes them, in pieces, and at the end what they were. Throws `BackupFailed` when fewer were read than the
 * same snapshot counts.
 */
export async function* readRows(
  client: pg.ClientBase,
  table: TableShape,
  schools: readonly string[],
): AsyncGenerator<Buffer, BackedUpTable, undefined> {
  const digest = createHash('sha256');
  let rows = 0;
  for (const { school, select } of readsOf(table, schools)) {
    await client.query(chooseSchool, [school]);
    const stream = client.query(copyStreams.to(`copy (${select}) to stdout`));
    for await (const piece of stream as AsyncIterable<Buffer>) {
      digest.update(piece);
      // Line ends within a value are escaped, so that each one is a row.
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) rows++;
      yield piece;
    }
  }
  await countAgain(client, table, schools, rows);
  return { name: table.name, columns: table.columns, rows, sha256: digest.digest('hex') };
}

async function countAgain(client: pg.ClientBase, { name, ofSchool }: TableShape, schools: readonly string[], read: number): Promise<void> {
  let counted = 0;
  for (const school of ofSchool ? schools : ['']) {
    await client.query(chooseSchool, [school]);
    const { rows } = await client.query<{ total: string }>(
      `select count(*) as total from ${name} ${ofSchool ? 'where school_id = $1' : ''}`,
      ofSchool ? [school] : [],
    );
    counted += Number(rows[0]?.total);
  }
  if (counted !== read) throw new BackupFailed(`The table ${name} has ${counted} rows and ${read} were read.`);
  const { rows: reader } = await client.query<{ whole: boolean }>(
    'select rolsuper or rolbypassrls as whole from pg_roles where rolname = current_user',
  );
  if (!reader[0]?.whole) return;
  // Whoever is bound by no policy sees whether there is more than the schools have.
  const { rows } = await client.query<{ total: string }>(`select count(*) as total from ${name}`);
  if (Number(rows[0]?.total) !== read) throw new BackupFailed(`The table ${name} has rows of no school.`);
}
