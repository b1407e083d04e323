import { finished } from 'node:stream/promises';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { verifyAudit } from '../audit/audit.repository.js';
import { connect, createDataSource, type Database } from '../database.js';
import { holdMail } from '../delivery/mail-hold.repository.js';
import { migrate } from '../migrate.js';
import { migrations } from '../migrations/index.js';
import { type BrokenInvariant, runOracle } from '../oracle/run-oracle.js';
import { lowerForOwner, raiseRowSecurity } from '../row-security/raise-row-security.js';
import { checkBackup, contentOf, readBackup, tableNameOf } from './check-backup.js';
import { fixForms, listTables, type TableShape } from './list-tables.js';
import { type BackedUpTable, BackupFailed, type BackupManifest, RestoreRefused, rowsOf } from './manifest.js';
import { readRows } from './read-rows.js';

/** Where a backup is restored to. */
export interface RestoreTarget {
  /** The login that is to own the tables, of an empty database. */
  ownerUrl: string;
  /** Another login that is to work as the app role. */
  login?: string | undefined;
  /** Runs with the migrations that come after the rows (the queue's own tables). */
  alongside?: () => Promise<void>;
  /** Says what is being done. */
  say?: (line: string) => void;
}

/** What a restore did, and what it found afterwards. */
export interface Restored {
  manifest: BackupManifest;
  rows: number;
  /** Migrations that the program has and the backup had not. */
  newer: string[];
  broken: BrokenInvariant[];
  /** Schools whose audit does not hold, with the reason. */
  brokenAudits: { school: string; why: string }[];
}

/** Checks that a file is whole and not newer than this program, and says what it holds. Throws `BackupFailed` or `RestoreRefused`. */
export async function examineBackup(file: string): Promise<BackupManifest> {
  const manifest = await checkBackup(file);
  const known = new Set<string>(migrations.map((migration) => new migration().name));
  const unknown = manifest.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new RestoreRefused(
      `The backup was taken by a newer Matchwatch (${manifest.version}): this one does not know ${unknown.slice(0, 3).join(', ')}. Use that version or a later one.`,
    );
  return manifest;
}

/** A small file of a backup that lay beside the database; undefined when it has none of the name. */
export async function findFileOfBackup(file: string, name: string): Promise<Buffer | undefined> {
  let found: Buffer | undefined;
  await readBackup(file, async (entry) => {
    if (entry.name === `files/${name}`) found = await contentOf(entry);
  });
  return found;
}

/**
 * Restores a backup into an empty database: exactly its migrations, its rows in one transaction with each table read back, then the
 * migrations since, and a look at the whole. Mail of its schools waits for a person from then on. Throws `RestoreRefused` when the database is not empty; when anything fails, it is empty again.
 */
export async function restoreBackup(
  file: string,
  manifest: BackupManifest,
  { ownerUrl, login, alongside, say = () => {} }: RestoreTarget,
): Promise<Restored> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'matchwatch restore' });
  owner.on('error', () => {});
  await owner.connect();
  try {
    await refuseFull(owner);
    try {
      await migrate(ownerUrl, undefined, login, { only: manifest.migrations });
      say(`Schema as it was: ${manifest.migrations.length} migrations`);
      await load(owner, file, manifest);
      say(`Rows are back: ${rowsOf(manifest)} in ${manifest.tables.length} tables, each read back and as it was`);
    } catch (error) {
      // Its locks would hold up what comes next; what it is in the middle of ends with it.
      await owner.end().catch(() => {});
      await emptyAgain(ownerUrl);
      throw error instanceof BackupFailed ? error : new BackupFailed(`Nothing was restored: ${(error as Error).message}`, { cause: error });
    }
  } finally {
    await owner.end();
  }
  const newer = await migrate(ownerUrl, alongside, login);
  const db = await connect({ url: ownerUrl, poolSize: 2, applicationName: 'matchwatch restore' });
  try {
    // A backup of before there were holds has no table for them until now.
    const hold = { since: new Date(), backupAt: new Date(manifest.takenAt) };
    for (const { id } of manifest.schools) await holdMail(db, id, hold);
    return { manifest, rows: rowsOf(manifest), newer, ...(await lookOver(db, manifest)) };
  } finally {
    await db.destroy();
  }
}

async function refuseFull(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by 1`,
  );
  if (rows.length === 0) return;
  const named = rows.slice(0, 5).map(({ name }) => name);
  throw new RestoreRefused(
    `The database is not empty: it holds ${rows.length} tables (${named.join(', ')}${rows.length > named.length ? ' and others' : ''}). Restore into one that is new.`,
  );
}

/** Takes the schema away again that a failed restore made. */
async function emptyAgain(ownerUrl: string): Promise<void> {
  const source = createDataSource({ url: ownerUrl, poolSize: 1, applicationName: 'matchwatch restore', session: { lock_timeout: '30s' } });
  try {
    await source.initialize();
    const [{ exists } = { exists: false }] = await source.query(`select to_regclass('schema_migration') is not null as exists`);
    if (!exists) return;
    const [{ ran }] = await source.query('select count(*)::integer as ran from schema_migration');
    for (let left = Number(ran); left > 0; left--) await source.undoLastMigration({ transaction: 'each' });
    await source.query('drop table schema_migration');
  } catch {
    // Why the restore failed says more; what is left refuses the next one by name.
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}

async function load(owner: pg.Client, file: string, manifest: BackupManifest): Promise<void> {
  await fixForms(owner);
  await owner.query('begin');
  await lowerForOwner(owner);
  const shapes = new Map((await listTables(owner)).map((shape) => [shape.name, shape]));
  const expected = new Map(manifest.tables.map((table) => [table.name, table]));
  for (const name of new Set([...shapes.keys(), ...expected.keys()])) refuseOtherShape(name, shapes.get(name), expected.get(name));
  const guards = await standAside(owner);
  await copyIn(owner, file, shapes);
  for (const guard of guards) await owner.query(`alter table ${guard.table} enable trigger ${guard.name}`);
  for (const { name, lastValue, isCalled } of manifest.sequences)
    await owner.query('select setval($1::regclass, $2, $3)', [name, lastValue, isCalled]);
  const schools = manifest.schools.map(({ id }) => id);
  for (const shape of shapes.values()) await readBack(owner, shape, schools, expected.get(shape.name) as BackedUpTable);
  if (shapes.has('mail_hold')) await holdAll(owner, manifest);
  await raiseRowSecurity(owner);
  await owner.query('commit');
  await owner.query('analyze');
}

/** With the rows, so that a copy which is whole never sends anything, whatever stops the restore after them. */
async function holdAll(owner: pg.Client, { schools, takenAt }: BackupManifest): Promise<void> {
  await owner.query(
    `insert into mail_hold (school_id, since, backup_at) select id, clock_timestamp(), $2 from unnest($1::text[]) as each (id)
     on conflict (school_id) do update set since = excluded.since, backup_at = excluded.backup_at`,
    [schools.map(({ id }) => id), takenAt],
  );
}

function refuseOtherShape(name: string, shape: TableShape | undefined, table: BackedUpTable | undefined): void {
  if (shape && table && shape.columns.join() === table.columns.join()) return;
  throw new BackupFailed(`The table ${name} of the backup is not the one that its migrations make; nothing was restored.`);
}

/**
 * Row triggers say how rows come to be one after the other (a policy version begins as a draft); what is restored has come to be. Those that
 * refuse to rewrite stay in force.
 */
async function standAside(owner: pg.Client): Promise<{ table: string; name: string }[]> {
  // Bits of a trigger's type: 1 each row, 4 insert.
  const { rows } = await owner.query<{ table: string; name: string }>(
    `select g.tgrelid::regclass::text as table, quote_ident(g.tgname) as name from pg_trigger g join pg_class c on c.oid = g.tgrelid
     where not g.tgisinternal and c.relnamespace = 'public'::regnamespace and g.tgtype & 5 = 5 and g.tgenabled <> 'D'`,
  );
  for (const { table, name } of rows) await owner.query(`alter table ${table} disable trigger ${name}`);
  return rows;
}

/** Takes the parts of one table after the other: a row may begin in one and end in the next. */
class TableCopy {
  private readonly stream: ReturnType<typeof copyStreams.from>;
  private readonly done: Promise<void>;

  constructor(
    owner: pg.Client,
    readonly name: string,
    columns: readonly string[],
  ) {
    this.stream = owner.query(copyStreams.from(`copy ${name} (${columns.join(', ')}) from stdin`));
    this.done = finished(this.stream);
    // Waited for at the end; a refusal may come while rows are still being sent.
    this.done.catch(() => {});
  }

  async write(content: AsyncIterable<Buffer>): Promise<void> {
    for await (const piece of content) {
      if (this.stream.destroyed) return;
      if (!this.stream.write(piece)) await Promise.race([new Promise((resolve) => this.stream.once('drain', resolve)), this.done]);
    }
  }

  end(): Promise<void> {
    this.stream.end();
    return this.done;
  }

  /** The server waits for rows until it is told that none will come. */
  breakOff(): void {
    this.stream.destroy();
  }
}

async function copyIn(owner: pg.Client, file: string, shapes: ReadonlyMap<string, TableShape>): Promise<void> {
  let copy: TableCopy | undefined;
  try {
    await readBackup(file, async ({ name, content }) => {
      const shape = shapes.get(tableNameOf(name) ?? '');
      if (copy && copy.name !== shape?.name) {
        await copy.end();
        copy = undefined;
      }
      if (!shape) return;
      copy ??= new TableCopy(owner, shape.name, shape.columns);
      await copy.write(content);
    });
    await copy?.end();
  } catch (error) {
    copy?.breakOff();
    throw error;
  }
}

async function readBack(owner: pg.Client, shape: TableShape, schools: readonly string[], expected: BackedUpTable): Promise<void> {
  const rows = readRows(owner, shape, schools);
  for (;;) {
    const { value, done } = await rows.next();
    if (!done) continue;
    if (value.sha256 === expected.sha256 && value.rows === expected.rows) return;
    throw new BackupFailed(`The table ${shape.name} reads back otherwise than it was; nothing was restored.`);
  }
}

async function lookOver(db: Database, { schools }: BackupManifest): Promise<Pick<Restored, 'broken' | 'brokenAudits'>> {
  const brokenAudits: Restored['brokenAudits'] = [];
  for (const { id, name } of schools) {
    const { broken } = await verifyAudit(db, id);
    if (broken) brokenAudits.push({ school: name, why: `line ${broken.seq}: ${broken.why}` });
  }
  return { brokenAudits, broken: (await runOracle(db)).filter(({ violations }) => violations > 0) };
}
