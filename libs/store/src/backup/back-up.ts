import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { checkBackup } from './check-backup.js';
import { fixForms, listTables, type TableShape } from './list-tables.js';
import { type BackedUpSequence, type BackedUpTable, BackupFailed, type BackupManifest } from './manifest.js';
import { readRows } from './read-rows.js';
import { tarEnd, tarFile } from './tar.js';

/** What a backup is taken of, and where it goes. */
export interface BackupRequest {
  /** The login that owns the tables. */
  ownerUrl: string;
  /** The file to be; there must be none yet. Its folder is made. */
  file: string;
  /** Of the program. */
  version: string;
  /** Files of the data folder that are needed beside the database; those that are missing are left out. */
  beside?: readonly string[];
  /** Ends it before its time; then there is no file. */
  signal?: AbortSignal | undefined;
}

export interface BackupTaken {
  file: string;
  bytes: number;
  manifest: BackupManifest;
}

/** Rows are kept in files of about this size, so that memory stays small and the size of each is known. */
const partBytes = 4 * 1024 * 1024;

const readMe = `A backup of Matchwatch. Guard it as you guard the database: it holds everything that is known about everybody.
Restore it into an empty database or data folder with: matchwatch restore <this file>
Each table lies in tables/<name>/, in rows as PostgreSQL's COPY writes them (text form), in parts that belong one after the other.
manifest.json says what there should be, with digests. The queue is not in it: what is due is found in the tables.
`;

/**
 * Takes a backup while others go on writing: everything as of one instant, in one file (tar, gzip) that only its owner may read. The file
 * has its name only once it is whole, on the disk, and was read again. Throws `BackupFailed`; then there is no file.
 */
export async function backUp({ ownerUrl, file, version, beside = [], signal }: BackupRequest): Promise<BackupTaken> {
  const target = path.resolve(file);
  if (await stat(target).catch(() => undefined)) throw new BackupFailed(`${target} is there already.`);
  const draft = `${target}.${process.pid}.partial`;
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'matchwatch backup' });
  try {
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await client.connect();
    // A connection that breaks is told of by the statement that waits for it.
    client.on('error', () => {});
    await pipeline(
      Readable.from(contentOf(client, version, beside), { objectMode: false }),
      createGzip({ level: 4 }),
      createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }),
      { signal },
    );
    const manifest = await checkBackup(draft);
    await rename(draft, target);
    await syncFolder(path.dirname(target));
    return { file: target, bytes: (await stat(target)).size, manifest };
  } catch (error) {
    await rm(draft, { force: true });
    throw failure(error, path.dirname(target));
  } finally {
    await client.end().catch(() => {});
  }
}

function failure(error: unknown, folder: string): BackupFailed {
  if (error instanceof BackupFailed) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const why =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? `the disk of ${folder} is full`
      : code === 'EACCES' || code === 'EROFS'
        ? `${folder} cannot be written`
        : (error as Error).name === 'AbortError'
          ? 'it was stopped'
          : message || 'the database does not answer';
  return new BackupFailed(`No backup was taken: ${why}.`, { cause: error });
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function* contentOf(client: pg.Client, version: string, beside: readonly string[]): AsyncGenerator<Buffer, void, undefined> {
  await fixForms(client);
  const tables = await holdStill(client);
  const takenAt = (await one<{ at: Date }>(client, 'select now() as at')).at;
  const schools = await all<{ id: string; name: string }>(
    client,
    'select school_id as id, name from school order by school_id collate "C"',
  );
  const migrations = await all<{ name: string }>(client, 'select name from schema_migration order by id');
  yield* tarFile('README.txt', Buffer.from(readMe), takenAt);
  const files: { name: string; sha256: string }[] = [];
  for (const source of beside) {
    const content = await readFile(source).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!content) continue;
    const name = path.basename(source);
    files.push({ name, sha256: createHash('sha256').update(content).digest('hex') });
    yield* tarFile(`files/${name}`, content, takenAt);
  }
  const held: BackedUpTable[] = [];
  for (const table of tables)
    held.push(
      yield* partsOf(
        table.name,
        readRows(
          client,
          table,
          schools.map(({ id }) => id),
        ),
        takenAt,
      ),
    );
  const manifest: BackupManifest = {
    format: 1,
    product: 'Matchwatch',
    version,
    takenAt: takenAt.toISOString(),
    migrations: migrations.map(({ name }) => name),
    schools,
    tables: held,
    // Read last: a number that was given out meanwhile is only passed over.
    sequences: await listSequences(client),
    files,
  };
  await client.query('commit');
  yield* tarFile('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), takenAt);
  yield tarEnd();
}

/** Begins a transaction that sees one instant, with every table kept from being changed in shape (others go on writing). */
async function holdStill(client: pg.Client): Promise<TableShape[]> {
  const before = await listTables(client);
  if (before.length === 0) throw new BackupFailed('There is nothing to back up: the database holds no table.');
  await client.query('begin isolation level repeatable read read only');
  // Before anything is read: what is seen from here on is the instant after.
  await client.query(`lock table ${before.map(({ name }) => name).join(', ')}, schema_migration in access share mode`);
  const tables = await listTables(client);
  if (JSON.stringify(tables) !== JSON.stringify(before)) throw new BackupFailed('The schema changed while the backup began; try again.');
  return tables;
}

async function* partsOf(
  name: string,
  rows: AsyncGenerator<Buffer, BackedUpTable, undefined>,
  at: Date,
): AsyncGenerator<Buffer, BackedUpTable, undefined> {
  let pieces: Buffer[] = [];
  let size = 0;
  let no = 0;
  const part = () => {
    const content = Buffer.concat(pieces);
    pieces = [];
    size = 0;
    no++;
    return tarFile(`tables/${name}/${String(no).padStart(6, '0')}.copy`, content, at);
  };
  for (;;) {
    const { value, done } = await rows.next();
    if (done) {
      if (size > 0) yield* part();
      return value;
    }
    pieces.push(value);
    size += value.length;
    if (size >= partBytes) yield* part();
  }
}

const listSequences = async (client: pg.Client): Promise<BackedUpSequence[]> => {
  const names = await all<{ name: string }>(
    client,
    `select quote_ident(c.relname) as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
       and exists (select from pg_depend d join pg_class t on t.oid = d.refobjid
                   where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i') and t.relname <> 'schema_migration')
     order by 1`,
  );
  const sequences: BackedUpSequence[] = [];
  for (const { name } of names) {
    const { last, called } = await one<{ last: string; called: boolean }>(
      client,
      `select last_value as last, is_called as called from ${name}`,
    );
    sequences.push({ name, lastValue: Number(last), isCalled: called });
  }
  return sequences;
};

async function all<Row extends pg.QueryResultRow>(client: pg.Client, text: string): Promise<Row[]> {
  return (await client.query<Row>(text)).rows;
}

async function one<Row extends pg.QueryResultRow>(client: pg.Client, text: string): Promise<Row> {
  const [row] = await all<Row>(client, text);
  if (!row) throw new Error(`Nothing was answered to ${text}`);
  return row;
}
