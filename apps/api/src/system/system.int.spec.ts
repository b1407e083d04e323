import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemSchema } from '@matchwatch/contracts';
import { demoAccounts } from '@matchwatch/demo';
import { type BackupDeskState, backUpInto, connect, deskStateMessage, sql, workerApplicationName } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ask, type Client, type RunningApi, signIn, startApi } from '../../spec/spec-kit.js';

const administrator = demoAccounts.find(({ role }) => role === 'administrator');
const advisor = demoAccounts.find(({ role }) => role === 'advisor');

describe('the system', () => {
  let api: RunningApi;
  let client: Client;
  let folder: string;
  let url: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'matchwatch-system-'));
    api = await startApi({ BACKUP_DIR: folder });
    client = await signIn(api, administrator);
    const [{ name }] = await api.db.query('select current_database() as name');
    url = Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` }).href;
  });
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const look = async () => systemSchema.parse((await client.get('/api/v1/system')).body);

  it('is told part by part, with what is wrong in words', async () => {
    const system = await look();
    expect(system).toMatchObject({
      migrations: { pending: [] },
      database: { ok: true },
      queue: { ok: true, backend: 'postgres', waiting: 0 },
      workers: { ok: false, names: [], reason: expect.stringContaining('None is connected') },
      mail: { ok: false, configured: false },
      disk: null,
      backups: { folder, byItself: null, kept: [], failed: null },
    });
    const worker = await connect({ url, poolSize: 1, applicationName: workerApplicationName('house', 7) });
    try {
      expect((await look()).workers).toEqual({ ok: true, reason: null, names: ['house:7'] });
    } finally {
      await worker.destroy();
    }
  });

  it('shows the backups there are, whole ones with a note beside them, and the last failure', async () => {
    const plan = { ownerUrl: url, folder, version: '0.1.0', keep: 2, now: new Date('2026-11-20T08:30:00Z') } as const;
    await backUpInto({ ...plan, reason: 'scheduled' });
    appendFileSync(path.join(folder, 'by-somebody.tar.gz'), 'not ours');
    await expect(backUpInto({ ...plan, reason: 'scheduled' })).rejects.toThrow('is there already');
    expect((await look()).backups).toMatchObject({
      kept: [{ file: 'matchwatch-20261120T083000Z-scheduled.tar.gz', reason: 'scheduled', verifiedAt: '2026-11-20T08:30:00.000Z' }],
      failed: { at: '2026-11-20T08:30:00.000Z' },
    });
  });

  it('says how a backup is taken where the database is another’s, and the audit tells of none', async () => {
    const { status, body } = await client.ask('POST', '/api/v1/system/backups', { body: {} });
    expect(status).toBe(409);
    expect(body.detail).toContain('matchwatch backup');
    expect(await sql(api.db, 'demo', `select from audit_line where school_id = 'demo' and event = 'backup.asked'`)).toEqual([]);
  });

  it('says on the first page and to whoever watches that a backup failed, or was not taken at its time', async () => {
    const aside = mkdtempSync(path.join(tmpdir(), 'matchwatch-desk-'));
    const told = async () => {
      api.clock.now = new Date(api.clock.now.getTime() + 60_000);
      return {
        home: (await client.get('/api/v1/home')).body.backup,
        system: (await look()).backups.trouble,
        ready: (await ask(api, 'GET', '/readyz')).body.checks.backups,
      };
    };
    const tell = (state: Partial<BackupDeskState> = {}) =>
      process.emit(
        'message',
        deskStateMessage({
          folder: aside,
          keep: 2,
          cron: '30 3 * * *',
          timeZone: 'UTC',
          since: '2026-11-18T12:00:00.000Z',
          nextAt: null,
          workingSince: null,
          failed: null,
          ...state,
        }),
        undefined,
      );
    const plan = { ownerUrl: url, folder: aside, version: '0.1.0', keep: 2, reason: 'scheduled' } as const;
    try {
      tell();
      const overdue = { why: 'overdue', at: '2026-11-20T03:30:00.000Z', lastAt: null };
      expect(await told()).toEqual({ home: overdue, system: overdue, ready: { ok: false, reason: 'overdue 2026-11-20T03:30:00.000Z' } });
      expect((await (await signIn(api, advisor)).get('/api/v1/home')).body.backup).toBeNull();
      tell({ workingSince: api.clock.now.toISOString() });
      expect((await told()).home).toBeNull();
      // One that hangs is none.
      tell({ workingSince: '2026-11-20T03:30:00.000Z' });
      expect((await told()).home).toEqual(overdue);
      // Where the folder takes no note, either.
      tell({ failed: { at: '2026-11-20T04:00:00.000Z', why: 'No backup was taken: the disk is full' } });
      expect(await told()).toMatchObject({ home: { why: 'failed', at: '2026-11-20T04:00:00.000Z' }, ready: { ok: false } });
      expect((await look()).backups.failed).toEqual({ at: '2026-11-20T04:00:00.000Z', why: 'No backup was taken: the disk is full' });
      tell();
      await backUpInto({ ...plan, now: new Date('2026-11-20T03:31:00Z') });
      expect(await told()).toEqual({ home: null, system: null, ready: { ok: true } });
      await expect(backUpInto({ ...plan, now: new Date('2026-11-20T03:31:00Z') })).rejects.toThrow('is there already');
      expect(await told()).toMatchObject({
        home: { why: 'failed', at: '2026-11-20T03:31:00.000Z', lastAt: expect.any(String) },
        ready: { ok: false, reason: 'failed 2026-11-20T03:31:00.000Z' },
      });
    } finally {
      tell({ folder, since: api.clock.now.toISOString() });
      rmSync(aside, { recursive: true, force: true });
    }
  });
});
