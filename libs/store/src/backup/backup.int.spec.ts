import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ApplicantRecord } from '@matchwatch/domain';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appendAudit,
  type BackupTaken,
  backUp,
  backUpInto,
  connect,
  connectAsOwner,
  type DataSource,
  examineBackup,
  findMailHold,
  listRowSecurityFaults,
  migrate,
  readBackupFolder,
  restoreBackup,
  runOracle,
  savePerson,
  saveRecords,
  saveSchool,
  sql,
  verifyAudit,
} from '../index.js';

const mark = { by: 'spec', at: new Date(0), knownOn: '2026-07-01', source: 'demo' } as const;
const record = (externalId: string): ApplicantRecord => ({
  externalId,
  name: { given: 'Ada\t"\\', family: 'Oseï\n' },
  season: 2027,
  applicantType: 'us-md',
});
const version = '0.1.0';

describe('a backup', () => {
  let database: ThrowAwayDatabase;
  let db: DataSource;
  let owner: DataSource;
  let folder: string;
  const made: string[] = [];

  /** A database without anything. */
  const emptyDatabase = async (): Promise<string> => {
    const name = `spec_${randomBytes(6).toString('hex')}`;
    await owner.query(`create database ${name} template template0`);
    made.push(name);
    const url = new URL(database.url);
    url.pathname = `/${name}`;
    return url.href;
  };
  const tablesIn = async (url: string): Promise<string[]> => {
    const source = await connectAsOwner({ url, poolSize: 1 });
    const rows = await source.query(`select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`);
    await source.destroy();
    return rows.map(({ relname }: { relname: string }) => relname);
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'matchwatch-backup-'));
    database = await throwAwayPostgres();
    db = await connect({ url: database.url, poolSize: 4 });
    owner = await connectAsOwner({ url: database.url, poolSize: 1 });
    for (const id of ['one', 'two']) {
      await saveSchool(db, { id, name: `School ${id}`, timeZone: 'UTC' });
      await savePerson(db, id, { email: `dean@${id}.edu`, name: id, role: 'dean' });
      await saveRecords(db, id, [record('A'), record('B')], mark);
    }
    // More than goes into one file of the archive, with rows that begin in one and end in the next.
    await sql(
      db,
      'two',
      `insert into import_batch (school_id, state, created_by, known_on) values ('two', 'previewed', 'spec', '2026-07-01')`,
    );
    await sql(
      db,
      'two',
      `insert into import_row (school_id, import_id, external_id, verdict, document)
       select 'two', b.id, n::text, 'new', jsonb_build_object('long', repeat('a long text', 30000) || n) from import_batch b, generate_series(1, 20) as n`,
    );
    // A state that a row only comes to by way of another.
    const [draft] = await sql<{ id: number }>(
      db,
      'one',
      `insert into policy_version (school_id, version, changes, reason, effective_on, author, state, created_at, updated_at)
       select 'one', 'own-1', '{}', 'spec', '2026-09-01', id, 'draft', now(), now() from person where school_id = 'one' returning id`,
    );
    await sql(
      db,
      'one',
      `update policy_version set state = 'discarded', ended_by = author, ended_at = now() where school_id = 'one' and id = $1`,
      [draft?.id],
    );
  });
  afterAll(async () => {
    await db.destroy();
    for (const name of made) await owner.query(`drop database ${name} with (force)`);
    await owner.destroy();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('taken while somebody writes', () => {
    let taken: BackupTaken;
    beforeAll(async () => {
      let going = true;
      let wrote = 0;
      const write = async (school: string) => {
        while (going) {
          // Record and line in one transaction: a backup holds both or neither.
          await db.transaction(async (transaction) => {
            await saveRecords(transaction, school, [record(`${school}-${wrote++}`)], mark);
            await appendAudit(transaction, school, { at: new Date(0).toISOString(), event: 'record.changed' });
          });
        }
      };
      const writers = ['one', 'two', 'one'].map(write);
      while (wrote < 20) await new Promise((resolve) => setTimeout(resolve, 5));
      taken = await backUp({ ownerUrl: database.url, file: path.join(folder, 'busy.tar.gz'), version });
      const then = wrote;
      while (wrote < then + 5) await new Promise((resolve) => setTimeout(resolve, 5));
      going = false;
      await Promise.all(writers);
    });
    const rowsIn = (table: string) => taken.manifest.tables.find(({ name }) => name === table)?.rows ?? 0;

    it('is as of one instant, whole, and only its owner’s to read', async () => {
      // Four at the start without a line each.
      expect(rowsIn('applicant')).toBe(rowsIn('audit_line') + 4);
      expect(rowsIn('applicant')).toBeGreaterThan(20);
      const [{ now }] = await owner.query('select count(*)::integer as now from applicant');
      expect(now).toBeGreaterThan(rowsIn('applicant'));
      expect(statSync(taken.file).mode & 0o777).toBe(0o600);
      expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
      expect((await examineBackup(taken.file)).schools.map(({ name }) => name)).toEqual(['School one', 'School two']);
    });

    it('comes back in an empty database: every row, both schools apart, the chain, and numbers that go on', async () => {
      const url = await emptyDatabase();
      const restored = await restoreBackup(taken.file, await examineBackup(taken.file), { ownerUrl: url });
      expect(restored).toMatchObject({ newer: [], broken: [], brokenAudits: [] });
      const copy = await connect({ url, poolSize: 1 });
      try {
        const counts = await Promise.all(['one', 'two'].map((id) => sql(copy, id, 'select from applicant')));
        expect(counts.flat().length).toBe(rowsIn('applicant'));
        expect(await listRowSecurityFaults(copy)).toEqual([]);
        expect((await runOracle(copy)).filter(({ violations }) => violations > 0)).toEqual([]);
        expect((await verifyAudit(copy, 'two')).broken).toBeUndefined();
        expect(await findMailHold(copy, 'two')).toMatchObject({ backupAt: new Date(taken.manifest.takenAt), waiting: 0 });
        expect(await sql(copy, 'one', 'select state from policy_version')).toEqual([{ state: 'discarded' }]);
        await expect(sql(copy, 'one', 'delete from applicant_history')).rejects.toThrow(/append-only|permission denied/);
        const [added] = await saveRecords(copy, 'one', [record('after')], mark);
        const [{ highest }] = await owner.query('select max(id) as highest from applicant');
        expect(added?.id).toBeGreaterThan(rowsIn('applicant'));
        expect(highest).toBeGreaterThan(0);
      } finally {
        await copy.destroy();
      }
      // Once more: it is not empty now.
      await expect(restoreBackup(taken.file, taken.manifest, { ownerUrl: url })).rejects.toThrow(
        /not empty: it holds \d+ tables \(advocacy/,
      );
    });

    it('is refused when it is cut off or changed, and changes nothing', async () => {
      const whole = readFileSync(taken.file);
      const broken = path.join(folder, 'broken.tar.gz');
      for (const bytes of [whole.subarray(0, whole.length - 9), whole.subarray(0, whole.length / 2), Buffer.from('not a backup')]) {
        writeFileSync(broken, bytes);
        await expect(examineBackup(broken)).rejects.toThrow(/cannot be used/);
      }
      const url = await emptyDatabase();
      // Somebody loads it without a look: it fails half-way, and the database is as it was.
      writeFileSync(broken, whole.subarray(0, whole.length - 9));
      await expect(restoreBackup(broken, taken.manifest, { ownerUrl: url })).rejects.toThrow(/Nothing was restored/);
      expect(await tablesIn(url)).toEqual([]);
      const lying = { ...taken.manifest, tables: taken.manifest.tables.map((table) => ({ ...table, rows: table.rows + 1 })) };
      await expect(restoreBackup(taken.file, lying, { ownerUrl: url })).rejects.toThrow(/reads back otherwise/);
      expect(await tablesIn(url)).toEqual([]);
    });
  });

  it('of an older schema comes back and is brought up to date; of a newer one it is refused', async () => {
    const { manifest } = await backUp({ ownerUrl: database.url, file: path.join(folder, 'whole.tar.gz'), version });
    const url = await emptyDatabase();
    const older = manifest.migrations.slice(0, -1);
    await migrate(url, undefined, undefined, { only: older });
    const before = await connectAsOwner({ url, poolSize: 1 });
    await before.query(`insert into school (school_id, name, time_zone) values ('old', 'Old', 'UTC')`);
    await before.destroy();
    const taken = await backUp({ ownerUrl: url, file: path.join(folder, 'older.tar.gz'), version });
    const target = await emptyDatabase();
    const restored = await restoreBackup(taken.file, await examineBackup(taken.file), { ownerUrl: target });
    expect(restored.newer).toEqual(manifest.migrations.slice(-1));
    // Told of before it is done, and not done when that fails.
    const told: string[] = [];
    const beforeUpgrade = async (pending: readonly string[]) => {
      told.push(...pending);
      throw new Error('no space');
    };
    await expect(migrate(url, undefined, undefined, { beforeUpgrade })).rejects.toThrow('no space');
    expect(told).toEqual(manifest.migrations.slice(-1));
    const migrated = async () => (await connectAsOwner({ url, poolSize: 1 })) as DataSource;
    const after = await migrated();
    await after.query(`insert into schema_migration (timestamp, name) values (9, 'FromTheFuture9')`);
    await after.destroy();
    const newer = await backUp({ ownerUrl: url, file: path.join(folder, 'newer.tar.gz'), version });
    await expect(examineBackup(newer.file)).rejects.toThrow(/newer Matchwatch .* does not know FromTheFuture9/);
  });

  it('is taken whole by an owner whom row-level security binds, too', async () => {
    const login = `backup_${process.pid}`;
    const url = new URL(await emptyDatabase());
    const name = url.pathname.slice(1);
    await owner.query(`create role ${login} login password 'owner' createrole`);
    await owner.query(`grant matchwatch_app to ${login}`);
    await owner.query(`alter database ${name} owner to ${login}`);
    const extension = await connectAsOwner({ url: url.href, poolSize: 1 });
    await extension.query('create extension pg_trgm');
    await extension.destroy();
    url.username = login;
    url.password = 'owner';
    try {
      const { manifest } = await backUp({ ownerUrl: database.url, file: path.join(folder, 'for-owner.tar.gz'), version });
      const restored = await restoreBackup(path.join(folder, 'for-owner.tar.gz'), manifest, { ownerUrl: url.href });
      expect(restored).toMatchObject({ broken: [], brokenAudits: [] });
      const again = await backUp({ ownerUrl: url.href, file: path.join(folder, 'by-owner.tar.gz'), version });
      // All but that its mail waits.
      const others = (tables: typeof manifest.tables) => tables.filter((table) => table.name !== 'mail_hold');
      expect(others(again.manifest.tables)).toEqual(others(manifest.tables));
    } finally {
      await owner.query(`drop database ${name} with (force)`);
      made.splice(made.indexOf(name), 1);
      await owner.query(`drop role ${login}`);
    }
  });

  it('is kept in a folder with the newest of them, and what failed is noted', async () => {
    const kept = path.join(folder, 'kept');
    const take = (day: number, ownerUrl = database.url) =>
      backUpInto({ ownerUrl, version, folder: kept, reason: 'asked', now: new Date(Date.UTC(2026, 10, day)), keep: 2 });
    for (const day of [1, 2, 3]) await take(day);
    const { kept: now, failed } = await readBackupFolder(kept);
    expect(now.map(({ file }) => file)).toEqual(['matchwatch-20261103T000000Z-asked.tar.gz', 'matchwatch-20261102T000000Z-asked.tar.gz']);
    expect(failed).toBeUndefined();
    expect(await readdir(kept)).toHaveLength(4);
    await expect(take(4, 'postgres://nobody:none@127.0.0.1:1/none')).rejects.toThrow(/No backup was taken/);
    expect((await readBackupFolder(kept)).failed).toMatchObject({ reason: 'asked', at: '2026-11-04T00:00:00.000Z' });
  });
});
