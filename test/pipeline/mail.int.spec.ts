import { dayIn, mondayOf } from '@matchwatch/domain';
import { type Doorbell, openDoorbell } from '@matchwatch/queue';
import { defaultPolicy } from '@matchwatch/risk-rules';
import {
  connectAsOwner,
  createRun,
  type DeliveryRow,
  decideDelivery,
  listDeliveries,
  openWeeklyDeliveries,
  type Pool,
  savePerson,
  saveRecords,
  saveSchool,
} from '@matchwatch/store';
import { type MoodyMailServer, mailFaults, startMailServer, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWorker, type WorkerProcess } from './worker-process.js';

const schoolId = 'demo';
const season = 2040;
const names = ['one', 'two', 'held'];
const addressOf = (name: string) => `${name}@deans.example.edu`;

/** Kills the worker while it speaks with the mail server: what had left is uncertain, what had not is due again, and nothing goes twice. */
describe('a worker that is killed in the middle of a mail', () => {
  let db: Pool;
  let doorbell: Doorbell;
  let server: MoodyMailServer;
  let worker: WorkerProcess;
  let start: () => Promise<WorkerProcess>;
  let stop: () => Promise<void>;
  let deanId = 0;

  beforeAll(async () => {
    const database = await throwAwayPostgres();
    db = await connectAsOwner({ url: database.url, poolSize: 3 });
    doorbell = openDoorbell({ databaseUrl: database.url });
    server = await startMailServer();
    start = () =>
      startWorker({ DATABASE_URL: database.url, SMTP_URL: server.url, MAIL_PATIENCE_SECONDS: '1', MAIL_RETRY_SECONDS: '1 1 1 1 1 1' });
    stop = async () => {
      await worker.stop();
      await doorbell.close();
      await db.destroy();
      await database.drop();
      await server.down();
    };
    await saveSchool(db, { id: schoolId, name: 'Hillcrest', timeZone: 'UTC' });
    for (const name of names)
      deanId = (await savePerson(db, schoolId, { email: addressOf(name), name, role: 'dean', password: 'a long enough one' })).id;
    const record = { externalId: 'A', name: { given: 'Zebulon', family: 'Quill' }, season, applicantType: 'us-md' } as const;
    const asOf = dayIn('UTC', new Date());
    await saveRecords(db, schoolId, [record], { by: 'spec', at: new Date(), knownOn: asOf, source: 'import' });
    worker = await start();
    const { version: policyVersion } = defaultPolicy;
    const { id: runId } = await createRun(db, schoolId, {
      season,
      kind: 'manual',
      slot: 'one',
      asOf,
      policyVersion,
      rulesDigest: '-',
      requestedBy: 'spec',
    });
    await doorbell.ring('run.open', { schoolId, runId });
    await vi.waitUntil(async () => (await db.query('select from run where published_at is not null')).length > 0, { timeout: 30_000 });
  });
  afterAll(() => stop());

  const ledger = async (): Promise<DeliveryRow[]> => (await listDeliveries(db, schoolId, {}, [0, 99])).rows;
  const states = async () => Object.fromEntries((await ledger()).map(({ name, state }) => [name, state]));
  const ring = (ids: readonly number[]) =>
    doorbell.ringAll(
      'delivery.send',
      ids.map((deliveryId) => ({ schoolId, deliveryId })),
    );

  it('after its content left: uncertain, and never sent again by itself', async () => {
    await server.behave({ [addressOf('held')]: 'keeps-and-is-silent' });
    const period = mondayOf(dayIn('UTC', new Date()));
    await ring(await openWeeklyDeliveries(db, schoolId, { season, period, promisedAt: new Date() }));
    await vi.waitUntil(() => server.mailbox.some(({ to }) => to === addressOf('held')), { timeout: 20_000, interval: 20 });
    await worker.kill();
    worker = await start();
    await vi.waitUntil(async () => Object.values(await states()).every((state) => state === 'sent' || state === 'uncertain'), {
      timeout: 30_000,
    });
    expect(await states()).toEqual({ one: 'sent', two: 'sent', held: 'uncertain' });
    expect(mailFaults(await ledger(), server.mailbox)).toEqual([]);
  });

  it('before anything of it left: due again, and sent once by the next', async () => {
    await server.behave({ '*': 'never-greets' });
    const [row] = (await ledger()).filter(({ name }) => name === 'one');
    const decision = { decision: 'again', reason: 'asked for', by: deanId, at: new Date() } as const;
    await db.transaction((tx) => decideDelivery(tx, schoolId, row?.id ?? 0, decision));
    const met = server.met;
    await ring([row?.id ?? 0]);
    await vi.waitUntil(() => server.met > met, { timeout: 20_000, interval: 20 });
    await worker.kill();
    await server.behave({});
    worker = await start();
    await vi.waitUntil(async () => (await states()).one === 'sent', { timeout: 30_000 });
    const again = (await ledger()).find(({ id }) => id === row?.id);
    expect(again?.attempts.map(({ outcome }) => outcome)).toEqual(['accepted', 'interrupted', 'accepted']);
    expect(server.mailbox.filter(({ to }) => to === addressOf('one'))).toHaveLength(2);
    expect(mailFaults(await ledger(), server.mailbox)).toEqual([]);
  });
});
