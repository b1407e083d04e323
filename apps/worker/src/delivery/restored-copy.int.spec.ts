import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Doorbell, migrateQueue, openDoorbell } from '@matchwatch/queue';
import {
  backUp,
  claimDelivery,
  connect,
  connectAsOwner,
  examineBackup,
  findMailHold,
  listDeliveries,
  openDigests,
  openWeeklyDeliveries,
  type Pool,
  releaseMail,
  restoreBackup,
  runOracle,
  savePerson,
  saveRecords,
  saveSchool,
  sql,
  takeDueDeliveries,
} from '@matchwatch/store';
import { type MoodyMailServer, mailFaults, startMailServer, type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHandlers } from '../run/run-handlers.js';
import { startCohortRuns } from '../schedule/start-cohort-runs.js';
import { deliveryHandlers } from './delivery-handlers.js';
import type { DeliverySettings } from './delivery-parts.js';
import { sweepDeliveries } from './sweep-deliveries.js';

const schoolId = 'demo';
const now = new Date('2026-11-17T17:00:00Z');
const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const people = ['before', 'after', 'late'].map((name) => `${name}@deans.example.edu`);

describe('a school that was restored', () => {
  let original: ThrowAwayDatabase;
  let db: Pool;
  let doorbell: Doorbell;
  let server: MoodyMailServer;
  let settings: DeliverySettings;
  let folder: string;
  let file: string;
  const copies: { name: string; db: Pool; doorbell: Doorbell }[] = [];

  const parts = (of: Pool, bell: Doorbell) => ({ database: of, doorbell: bell, settings, clock: () => now, log: quiet });
  /** Does what a worker does until nothing is due. */
  async function work(of = db, bell = doorbell): Promise<void> {
    const handlers = deliveryHandlers(parts(of, bell));
    for (let round = 0; round < 3; round++) {
      await sweepDeliveries(of, bell, settings);
      await sql(of, schoolId, `update delivery set rung_at = '-infinity' where school_id = $1 and state = 'due'`, [schoolId]);
      for (const deliveryId of await takeDueDeliveries(of, schoolId, 0)) await handlers['delivery.send']({ schoolId, deliveryId });
    }
  }
  const standing = async (of = db) =>
    Object.fromEntries(
      (await listDeliveries(of, schoolId, { report: 'weekly' }, [0, 9])).rows.map(({ email, state, reason }) => [
        email.split('@')[0],
        reason ? `${state}, ${reason}` : state,
      ]),
    );
  const mailed = () => server.mailbox.map(({ to }) => to.split('@')[0]).sort();

  async function restored(): Promise<Pool> {
    const name = `spec_${randomBytes(6).toString('hex')}`;
    const owner = await connectAsOwner({ url: original.url, poolSize: 1 });
    await owner.query(`create database ${name} template template0`);
    await owner.destroy();
    const url = Object.assign(new URL(original.url), { pathname: `/${name}` }).href;
    const done = await restoreBackup(file, await examineBackup(file), {
      ownerUrl: url,
      alongside: () => migrateQueue({ databaseUrl: url }),
    });
    expect([done.broken, done.brokenAudits]).toEqual([[], []]);
    const copy = { name, db: await connect({ url, poolSize: 3 }), doorbell: openDoorbell({ databaseUrl: url }) };
    copies.push(copy);
    return copy.db;
  }

  beforeAll(async () => {
    original = await throwAwayPostgres();
    db = await connect({ url: original.url, poolSize: 3 });
    doorbell = openDoorbell({ databaseUrl: original.url });
    server = await startMailServer();
    folder = mkdtempSync(path.join(tmpdir(), 'matchwatch-restored-'));
    settings = {
      smtpUrl: server.url,
      mailFrom: 'matchwatch@example.edu',
      mailPatienceSeconds: 2,
      mailRetrySeconds: [0, 0],
      publicUrl: 'https://watch.example.edu',
      port: 4400,
    };
    await saveSchool(db, { id: schoolId, name: 'Hillcrest', timeZone: 'UTC' });
    for (const email of people) await savePerson(db, schoolId, { email, name: email, role: 'dean', password: 'a long enough one' });
    await saveRecords(db, schoolId, [{ externalId: 'A', name: { given: 'Ann', family: 'Spec' }, season: 2027, applicantType: 'us-md' }], {
      by: 'spec',
      at: now,
      knownOn: '2026-11-17',
      source: 'demo',
    });
    const due = {
      school: { id: schoolId, name: 'Hillcrest', timeZone: 'UTC' },
      slot: { at: now, on: '2026-11-17' },
      today: '2026-11-17',
    } as const;
    const { runIds = [] } = await db.transaction((tx) => startCohortRuns('nightly')(tx, due));
    const handlers = runHandlers(db, doorbell, { chunkSize: 10 });
    for (const runId of runIds) {
      await handlers['run.open']({ schoolId, runId });
      await handlers['run.assess-chunk']({ schoolId, runId, chunk: 1 });
      await handlers['run.close']({ schoolId, runId });
      await handlers['run.publish']({ schoolId, runId });
      await db.transaction((tx) => openDigests(tx, schoolId, runId, { day: '2026-11-17', promisedAt: now }));
    }
    // One has it when the backup is taken, one gets it afterwards, one has it on the way.
    const ids = await openWeeklyDeliveries(db, schoolId, { season: 2027, period: '2026-11-16', promisedAt: now });
    await deliveryHandlers(parts(db, doorbell))['delivery.send']({ schoolId, deliveryId: ids[0] ?? 0 });
    await claimDelivery(db, schoolId, ids[2] ?? 0, -1);
    file = (await backUp({ ownerUrl: original.url, file: path.join(folder, 'monday.tar.gz'), version: '0.1.0' })).file;
    await work();
  });
  afterAll(async () => {
    for (const copy of copies) {
      await copy.doorbell.close();
      await copy.db.destroy();
    }
    await doorbell?.close();
    await db?.destroy();
    const owner = await connectAsOwner({ url: original.url, poolSize: 1 });
    for (const { name } of copies) await owner.query(`drop database ${name} with (force)`);
    await owner.destroy();
    await original?.drop();
    await server?.down();
    rmSync(folder, { recursive: true, force: true });
  });

  it('sends nothing by itself, however long its worker runs, and sends nothing twice when what waits is left out', async () => {
    expect(mailed()).toEqual(['after', 'before', 'late']);
    const copy = await restored();
    expect(await standing(copy)).toEqual({ before: 'sent', after: 'due', late: 'sending' });
    await work(copy, copies.at(-1)?.doorbell);
    // What falls due in the copy waits as well.
    await openWeeklyDeliveries(copy, schoolId, { season: 2027, period: '2026-11-23', promisedAt: now });
    await work(copy, copies.at(-1)?.doorbell);
    expect(server.mailbox).toHaveLength(3);
    expect(await findMailHold(copy, schoolId)).toMatchObject({ waiting: 5, backupAt: expect.any(Date) });
    expect(await copy.transaction((tx) => releaseMail(tx, schoolId, 'leave-out'))).toHaveLength(5);
    expect(await findMailHold(copy, schoolId)).toBeUndefined();
    await work(copy, copies.at(-1)?.doorbell);
    expect(server.mailbox).toHaveLength(3);
    const rows = (await listDeliveries(copy, schoolId, {}, [0, 9])).rows;
    expect(rows.map(({ state, reason }) => reason ?? state).sort()).toEqual([
      'restored',
      'restored',
      'restored',
      'restored',
      'restored',
      'sent',
    ]);
    expect(await copy.transaction((tx) => releaseMail(tx, schoolId, 'send'))).toBeUndefined();
    expect((await runOracle(copy)).filter(({ violations }) => violations > 0)).toEqual([]);
  });

  it('sends what waits when a person says that nobody has it, and never what it knows as sent', async () => {
    const copy = await restored();
    expect(await copy.transaction((tx) => releaseMail(tx, schoolId, 'send'))).toHaveLength(2);
    await work(copy, copies.at(-1)?.doorbell);
    expect(await standing(copy)).toEqual({ before: 'sent', after: 'sent', late: 'sent' });
    // The second copies bear the ids of the first: mail programs know them for one.
    expect(mailed()).toEqual(['after', 'after', 'before', 'late', 'late']);
    expect(new Set(server.mailbox.map(({ messageId }) => messageId)).size).toBe(3);
    expect(mailFaults((await listDeliveries(db, schoolId, {}, [0, 9])).rows, server.mailbox.slice(0, 3))).toEqual([]);
  });
});
