import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dayIn, mondayOf, type WaitingMail } from '@matchwatch/domain';
import { type Doorbell, migrateQueue, openDoorbell } from '@matchwatch/queue';
import { defaultPolicy } from '@matchwatch/risk-rules';
import {
  backUp,
  claimDelivery,
  connectAsOwner,
  createRun,
  examineBackup,
  findMailHold,
  listDeliveries,
  openWeeklyDeliveries,
  type Pool,
  releaseMail,
  restoreBackup,
  runOracle,
  savePerson,
  saveRecords,
  saveSchool,
} from '@matchwatch/store';
import { type MoodyMailServer, mailFaults, startMailServer, type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWorker, type WorkerProcess } from './worker-process.js';

const schoolId = 'demo';
const season = 2040;
const today = dayIn('UTC', new Date());
const period = mondayOf(today);
const patience = { timeout: 30_000 };

/** A database with a doorbell and a worker of its own. */
interface Place {
  url: string;
  db: Pool;
  doorbell: Doorbell;
  worker?: WorkerProcess;
}

/** What went out after a backup is due again in the copy that is restored from it; nobody gets it twice unless a person says so. */
describe('a school that was restored', () => {
  let database: ThrowAwayDatabase;
  let original: Place;
  let server: MoodyMailServer;
  let folder: string;
  let file: string;
  const places: Place[] = [];

  async function open(url: string): Promise<Place> {
    const place = { url, db: await connectAsOwner({ url, poolSize: 2 }), doorbell: openDoorbell({ databaseUrl: url }) };
    places.push(place);
    return place;
  }
  async function work(place: Place): Promise<void> {
    place.worker = await startWorker({ DATABASE_URL: place.url, SMTP_URL: server.url, MAIL_RETRY_SECONDS: '1 1 1' });
  }
  const standing = async ({ db }: Place) =>
    Object.fromEntries((await listDeliveries(db, schoolId, { period }, [0, 9])).rows.map(({ name, state }) => [name, state]));
  const add = (name: string) =>
    savePerson(original.db, schoolId, { email: `${name}@deans.example.edu`, name, role: 'dean', password: 'a long enough one' });
  const due = ({ db }: Place, of = period) => openWeeklyDeliveries(db, schoolId, { season, period: of, promisedAt: new Date() });
  const ring = ({ doorbell }: Place, ids: readonly number[]) =>
    doorbell.ringAll(
      'delivery.send',
      ids.map((deliveryId) => ({ schoolId, deliveryId })),
    );
  const isIdle = async ({ doorbell }: Place) => {
    const { waiting = 0, prioritized = 0, active = 0, delayed = 0 } = await doorbell.counts();
    return waiting + prioritized + active + delayed === 0;
  };
  const release = (place: Place, waiting: WaitingMail) => place.db.transaction((db) => releaseMail(db, schoolId, waiting));
  const brokenIn = async ({ db }: Place) => (await runOracle(db)).filter(({ violations }) => violations > 0);

  async function restored(): Promise<Place> {
    const name = `spec_${randomBytes(6).toString('hex')}`;
    const owner = await connectAsOwner({ url: database.url, poolSize: 1 });
    await owner.query(`create database ${name} template template0`);
    await owner.destroy();
    const url = Object.assign(new URL(database.url), { pathname: `/${name}` }).href;
    const alongside = () => migrateQueue({ databaseUrl: url });
    const { broken, brokenAudits } = await restoreBackup(file, await examineBackup(file), { ownerUrl: url, alongside });
    expect([broken, brokenAudits]).toEqual([[], []]);
    return open(url);
  }

  beforeAll(async () => {
    [database, server] = await Promise.all([throwAwayPostgres(), startMailServer()]);
    folder = mkdtempSync(path.join(tmpdir(), 'matchwatch-restored-'));
    original = await open(database.url);
    const { db, doorbell } = original;
    await saveSchool(db, { id: schoolId, name: 'Hillcrest', timeZone: 'UTC' });
    await add('before');
    const record = { externalId: 'A', name: { given: 'Ann', family: 'Spec' }, season, applicantType: 'us-md' } as const;
    await saveRecords(db, schoolId, [record], { by: 'spec', at: new Date(), knownOn: today, source: 'import' });
    const asked = { season, kind: 'manual', slot: 'one', asOf: today, policyVersion: defaultPolicy.version } as const;
    const { id: runId } = await createRun(db, schoolId, { ...asked, rulesDigest: '-', requestedBy: 'spec' });
    await work(original);
    await doorbell.ring('run.open', { schoolId, runId });
    await vi.waitUntil(async () => (await db.query('select from run where published_at is not null')).length > 0, patience);
    await ring(original, await due(original));
    await vi.waitUntil(async () => (await standing(original)).before === 'sent', patience);
    await original.worker?.stop();
    // One has it when the backup is taken, one gets it afterwards, and one was on the way with a worker that ended.
    await add('after');
    await add('late');
    const [, late = 0] = await due(original);
    await claimDelivery(db, schoolId, late, -1);
    file = (await backUp({ ownerUrl: database.url, file: path.join(folder, 'monday.tar.gz'), version: '0.1.0' })).file;
    await work(original);
    await vi.waitUntil(() => server.mailbox.length === 3, patience);
    await original.worker?.stop();
  });
  afterAll(async () => {
    for (const { url, db, doorbell, worker } of places) {
      await worker?.kill();
      await doorbell.close();
      if (url !== database.url) {
        await db.destroy();
        const owner = await connectAsOwner({ url: database.url, poolSize: 1 });
        await owner.query(`drop database ${new URL(url).pathname.slice(1)} with (force)`);
        await owner.destroy();
      }
    }
    await original?.db.destroy();
    await database?.drop();
    await server?.down();
    rmSync(folder, { recursive: true, force: true });
  });

  it('mails nothing by itself, neither what waits nor what falls due, and nothing twice when what waits is left out', async () => {
    const copy = await restored();
    expect(await standing(copy)).toEqual({ before: 'sent', after: 'due', late: 'sending' });
    await work(copy);
    // The worker looks after the ledger: it takes back what nobody holds any more.
    await vi.waitUntil(async () => (await standing(copy)).late === 'due', patience);
    await ring(copy, await due(copy, '2040-01-02'));
    await vi.waitUntil(() => isIdle(copy), patience);
    expect(server.mailbox).toHaveLength(3);
    expect(await findMailHold(copy.db, schoolId)).toMatchObject({ waiting: 5, backupAt: expect.any(Date) });
    expect(await release(copy, 'leave-out')).toHaveLength(5);
    expect(await findMailHold(copy.db, schoolId)).toBeUndefined();
    await ring(
      copy,
      (await listDeliveries(copy.db, schoolId, {}, [0, 9])).rows.map(({ id }) => id),
    );
    await vi.waitUntil(() => isIdle(copy), patience);
    expect(server.mailbox).toHaveLength(3);
    expect(await standing(copy)).toEqual({ before: 'sent', after: 'skipped', late: 'skipped' });
    expect(await release(copy, 'send')).toBeUndefined();
    expect(await brokenIn(copy)).toEqual([]);
  });

  it('sends what waits when a person says that nobody has it, and never what it knows as sent', async () => {
    const copy = await restored();
    await work(copy);
    await ring(copy, (await release(copy, 'send')) ?? []);
    await vi.waitUntil(async () => Object.values(await standing(copy)).every((state) => state === 'sent'), patience);
    const to = server.mailbox.map((letter) => letter.to.split('@')[0]).sort();
    expect(to).toEqual(['after', 'after', 'before', 'late', 'late']);
    // A second copy bears the id of the first: mail programs can know them for one.
    expect(new Set(server.mailbox.map(({ messageId }) => messageId)).size).toBe(3);
    expect(mailFaults((await listDeliveries(original.db, schoolId, {}, [0, 9])).rows, server.mailbox.slice(0, 3))).toEqual([]);
    expect(await brokenIn(copy)).toEqual([]);
  });
});
