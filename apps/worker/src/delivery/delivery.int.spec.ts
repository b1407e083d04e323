import { type ApplicantRecord, type Day, type DeliveryState, dayIn, mondayOf } from '@matchwatch/domain';
import { type Doorbell, openDoorbell } from '@matchwatch/queue';
import { defaultPolicy } from '@matchwatch/risk-rules';
import {
  connect,
  connectAsOwner,
  createRun,
  type DeliveryRow,
  decideDelivery,
  disablePerson,
  giveRelation,
  listDeliveries,
  listRunsWithoutDigest,
  type Pool,
  pauseReport,
  resumeReport,
  saveMailNames,
  savePerson,
  saveRecords,
  saveSchool,
  saveSubscription,
  takeDueDeliveries,
} from '@matchwatch/store';
import { type MailMood, type MoodyMailServer, mailFaults, startMailServer, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rulesDigest } from '../rules-in-force.js';
import { runHandlers } from '../run/run-handlers.js';
import { sendWeeklyReports } from '../schedule/send-weekly-reports.js';
import { deliveryHandlers } from './delivery-handlers.js';
import type { DeliverySettings } from './delivery-parts.js';
import { sweepDeliveries } from './sweep-deliveries.js';

const schoolId = 'demo';
const season = 2027;
const today: Day = '2026-11-20';
const now = new Date('2026-11-20T17:00:00Z');
const password = 'a long enough one';
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** A recipient for each mood of the mail server. */
const moods: readonly MailMood[] = [
  'fine',
  'slow',
  'greylists',
  'puts-off',
  'refuses',
  'refuses-content',
  'full',
  'drops-in-content',
  'drops-after-content',
  'keeps-and-drops',
  'keeps-and-is-silent',
];
const addressOf = (name: string) => `${name}@advisors.example.edu`;

describe('digests by mail', () => {
  let db: Pool;
  let owner: Pool;
  let doorbell: Doorbell;
  let server: MoodyMailServer;
  let stop: () => Promise<void>;
  let settings: DeliverySettings;
  let clock = now;
  const personIds: Record<string, number> = {};

  beforeAll(async () => {
    const database = await throwAwayPostgres();
    db = await connect({ url: database.url, poolSize: 4 });
    owner = await connectAsOwner({ url: database.url, poolSize: 1 });
    doorbell = openDoorbell({ databaseUrl: database.url });
    server = await startMailServer();
    settings = {
      smtpUrl: server.url,
      mailFrom: 'matchwatch@example.edu',
      mailPatienceSeconds: 0.4,
      mailRetrySeconds: [0, 0],
      publicUrl: 'https://watch.example.edu',
      port: 4400,
    };
    await saveSchool(db, { id: schoolId, name: 'Hillcrest', timeZone: 'UTC' });
    for (const name of [...moods, 'idle', 'gone'])
      personIds[name] = (await savePerson(db, schoolId, { email: addressOf(name), name, role: 'advisor', password })).id;
    personIds.dean = (await savePerson(db, schoolId, { email: 'dean@advisors.example.edu', name: 'Dean', role: 'dean', password })).id;
    await server.behave(Object.fromEntries(moods.map((mood) => [addressOf(mood), mood])));
    stop = async () => {
      await doorbell.close();
      await db.destroy();
      await owner.destroy();
      await database.drop();
      await server.down();
    };
  });
  afterAll(() => stop());

  const handlers = () => ({
    ...runHandlers(db, doorbell, { chunkSize: 100 }),
    ...deliveryHandlers({ database: db, doorbell, settings, clock: () => clock, log: quiet }),
  });

  /** Does what a worker does with a run of the cohort, and writes down whom its changes are due to. */
  async function run(slot: string): Promise<number> {
    const policyVersion = defaultPolicy.version;
    const { id: runId } = await createRun(db, schoolId, {
      season,
      kind: 'manual',
      slot,
      asOf: today,
      policyVersion,
      rulesDigest,
      requestedBy: 'spec',
    });
    const work = handlers();
    await work['run.open']({ schoolId, runId });
    await work['run.assess-chunk']({ schoolId, runId, chunk: 1 });
    await work['run.close']({ schoolId, runId });
    await work['run.publish']({ schoolId, runId });
    await work['digest.open']({ schoolId, runId });
    return runId;
  }

  /** Tries whatever is due until nothing is. */
  async function deliver(): Promise<DeliveryRow[]> {
    for (let round = 0; round < 8; round++) {
      await owner.query(`update delivery set rung_at = '-infinity' where state = 'due'`);
      for (const deliveryId of await takeDueDeliveries(db, schoolId, 0)) await handlers()['delivery.send']({ schoolId, deliveryId });
    }
    return ledger();
  }
  const nextDay = () => {
    clock = new Date(clock.getTime() + 86_400_000);
  };
  const ledger = async () => (await listDeliveries(db, schoolId, {}, [0, 99])).rows;
  const told = (rows: readonly DeliveryRow[]) =>
    Object.fromEntries(
      rows.map(({ name, state, reason, attempts }) => [
        name,
        [state, reason ?? '', attempts.map(({ outcome }) => outcome).join(' ')].filter(Boolean).join(', '),
      ]),
    );
  const decide = async (name: string, decision: 'arrived' | 'again') => {
    const row = (await ledger()).find((each) => each.name === name);
    return db.transaction((tx) =>
      decideDelivery(tx, schoolId, row?.id ?? 0, { decision, reason: 'asked', by: personIds.dean ?? 0, at: now }),
    );
  };
  const record = (name: string, step1: object): ApplicantRecord => ({
    externalId: `A-${name}`,
    name: { given: 'Zebulon', family: `Quill-${name}` },
    season,
    applicantType: 'us-md',
    advisor: addressOf(name),
    exams: [{ exam: 'step2ck', takenOn: '2026-06-01', ...step1 }] as ApplicantRecord['exams'],
  });
  const keep = (records: readonly ApplicantRecord[], day = today) =>
    saveRecords(db, schoolId, records, { by: 'Spec', at: now, knownOn: day, source: 'demo' });

  it('go to each advisor whose people changed, however the mail server behaves, and the ledger says what its mailbox does', async () => {
    await keep([...moods, 'gone'].map((name) => record(name, { score: 205, passed: false })));
    const runId = await run('first');
    // Doing it again writes nothing.
    await handlers()['digest.open']({ schoolId, runId });
    await disablePerson(db, schoolId, personIds.gone ?? 0);
    const rows = await deliver();
    expect(told(rows)).toEqual({
      fine: 'sent, accepted',
      slow: 'sent, accepted',
      greylists: 'sent, deferred accepted',
      'puts-off': 'failed, refused, deferred deferred deferred',
      refuses: 'failed, refused, refused',
      'refuses-content': 'failed, refused, refused',
      full: 'failed, refused, deferred deferred deferred',
      'drops-in-content': 'uncertain, broke-off, uncertain',
      'drops-after-content': 'uncertain, broke-off, uncertain',
      'keeps-and-drops': 'uncertain, broke-off, uncertain',
      'keeps-and-is-silent': 'uncertain, broke-off, uncertain',
      idle: 'skipped, nothing-changed',
      gone: 'skipped, disabled',
    });
    expect(mailFaults(rows, server.mailbox)).toEqual([]);
    expect(server.mailbox.map(({ to }) => to.split('@')[0]).sort()).toEqual([
      'fine',
      'greylists',
      'keeps-and-drops',
      'keeps-and-is-silent',
      'slow',
    ]);
  });

  it('carry counts and a link, and name nobody, in mail and in the queue', async () => {
    const letter = server.mailbox.find(({ to }) => to === addressOf('fine'));
    expect(letter?.raw).toContain('1 of your applicants changed');
    expect(letter?.raw).toContain('https://watch.example.edu/applicants');
    expect(letter?.raw).not.toMatch(/Quill|Zebulon|A-fine/);
    const jobs = await owner.query<{ content: string }[]>(
      `select query_to_xml('select * from bullmq.' || quote_ident(tablename), true, true, '')::text as content from pg_tables where schemaname = 'bullmq'`,
    );
    const queued = jobs.map(({ content }) => content).join('');
    expect(queued).toContain('delivery.send');
    expect(queued).not.toMatch(/Quill|Zebulon|advisors.example.edu/);
  });

  it('are sent again, or taken as arrived, by a person alone, under the same id', async () => {
    await decide('keeps-and-drops', 'arrived');
    await server.behave({ [addressOf('drops-after-content')]: 'fine', [addressOf('refuses')]: 'fine' });
    await decide('drops-after-content', 'again');
    await decide('refuses', 'again');
    await decide('fine', 'again');
    const rows = await deliver();
    const stateOf = (name: string) => rows.find((row) => row.name === name)?.state;
    expect(['keeps-and-drops', 'drops-after-content', 'refuses', 'keeps-and-is-silent', 'fine'].map(stateOf)).toEqual([
      'sent',
      'sent',
      'sent',
      'uncertain',
      'sent',
    ] satisfies DeliveryState[]);
    const ids = server.mailbox.filter(({ to }) => to === addressOf('fine')).map(({ messageId }) => messageId);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
    expect(mailFaults(rows, server.mailbox)).toEqual([]);
  });

  it('come once a day: what a later run changes waits for tomorrow, unless nothing has gone out yet', async () => {
    const before = server.mailbox.length;
    await keep([record('fine', { score: 255, passed: true }), record('idle', { score: 205, passed: false })]);
    await run('second');
    const rows = await deliver();
    expect(server.mailbox.slice(before).map(({ to }) => to)).toEqual([addressOf('idle')]);
    expect(rows).toHaveLength(moods.length + 2);
    // The next day tells of it.
    nextDay();
    await keep([record('idle', { score: 204, passed: false })]);
    await run('third');
    await deliver();
    expect(server.mailbox.slice(before + 1).some(({ to }) => to === addressOf('fine'))).toBe(true);
    expect(mailFaults(await ledger(), server.mailbox)).toEqual([]);
  });

  it('wait together at a closed door, and go out once it opens', async () => {
    nextDay();
    await server.behave({});
    await server.down();
    settings = { ...settings, mailRetrySeconds: [30, 30] };
    await keep(['fine', 'slow', 'idle'].map((name) => record(name, { score: 220, passed: true })));
    await run('fourth');
    const knocks = (await ledger()).find(({ name, state }) => name === 'fine' && state === 'due');
    await handlers()['delivery.send']({ schoolId, deliveryId: knocks?.id ?? 0 });
    const waiting = (await ledger()).filter(({ state }) => state === 'due');
    expect(waiting.length).toBeGreaterThan(3);
    expect(new Set(waiting.map(({ reason, attempts }) => `${reason} ${attempts.length}`))).toEqual(new Set(['unreachable 1']));
    await server.up();
    await owner.query(`update delivery set due_at = now() where state = 'due'`);
    const rows = await deliver();
    expect(rows.filter(({ state }) => state === 'due')).toEqual([]);
    expect(mailFaults(rows, server.mailbox)).toEqual([]);
  });

  it('are held back by a pause, by the recipient, or without a mail server, each with its reason', async () => {
    nextDay();
    const because = async (slot: string, step2: object) => {
      await keep([record('fine', step2)]);
      await run(slot);
      const row = (await deliver()).find(({ name }) => name === 'fine');
      nextDay();
      return [row?.state, row?.reason];
    };
    await pauseReport(db, schoolId, 'digest', { by: personIds.dean ?? 0, at: now, reason: 'Holidays' });
    expect(await because('fifth', { score: 205, passed: false })).toEqual(['skipped', 'paused']);
    await resumeReport(db, schoolId, 'digest');
    const off = { mail: false, skipEmpty: true, viewId: null };
    await keep([record('fine', { score: 255, passed: true })]);
    await run('sixth');
    await saveSubscription(db, schoolId, personIds.fine ?? 0, 'digest', off, now);
    expect((await deliver()).find(({ name }) => name === 'fine')).toMatchObject({ state: 'skipped', reason: 'unsubscribed' });
    nextDay();
    await saveSubscription(db, schoolId, personIds.fine ?? 0, 'digest', { ...off, mail: true }, now);
    settings = { ...settings, smtpUrl: undefined };
    expect(await because('seventh', { score: 205, passed: false })).toEqual(['skipped', 'no-server']);
  });

  it('are rung for again when a ring was lost, and taken back from a worker that is gone', async () => {
    await owner.query(`delete from digest_run where run_id = (select max(run_id) from digest_run)`);
    await owner.query(
      `update delivery set state = 'sending', lease_until = now() - interval '1 second', ended_at = null, attempts = attempts + 1
       where school_id = 'demo' and id = (select id from delivery where school_id = 'demo' and state = 'sent' order by id limit 1)`,
    );
    await owner.query(
      `insert into delivery_attempt (school_id, delivery_id, no, content_at) select school_id, id, attempts, now() from delivery where school_id = 'demo' and state = 'sending'`,
    );
    expect(await listRunsWithoutDigest(db, schoolId, 48)).toHaveLength(1);
    await sweepDeliveries(db, doorbell, settings);
    expect((await ledger()).filter(({ reason }) => reason === 'worker-stopped').map(({ state }) => state)).toEqual(['uncertain']);
  });

  describe('of the weekly report', () => {
    const give = (personId: number, at = now) =>
      giveRelation(
        db,
        schoolId,
        { personId, relation: 'leads', target: { kind: 'caseload', advisor: addressOf('fine') }, fromOn: today },
        personIds.dean ?? 0,
        at,
      );
    const nextWeek = () => {
      clock = new Date(clock.getTime() + 7 * 86_400_000);
    };
    /** Does what a slot of its schedule does, once. */
    const sendWeekly = async () => {
      const day = dayIn('UTC', clock);
      const due = { school: { id: schoolId, name: 'Hillcrest', timeZone: 'UTC' }, slot: { at: clock, on: day }, today: day };
      await db.transaction((tx) => sendWeeklyReports(tx, due));
      return (await deliver()).filter(({ report, period }) => report === 'weekly' && period === mondayOf(day));
    };

    beforeAll(async () => {
      settings = { ...settings, smtpUrl: server.url, mailRetrySeconds: [0, 0] };
      await server.behave({});
      for (const name of ['lead', 'second'])
        personIds[name] = (
          await savePerson(db, schoolId, { email: addressOf(name), name, role: name === 'lead' ? 'lead-advisor' : 'dean', password })
        ).id;
      await give(personIds.lead ?? 0);
      await saveSubscription(db, schoolId, personIds.lead ?? 0, 'weekly', { mail: true, skipEmpty: false, viewId: null }, now);
    });

    it('is the edition that each may have when it is sent: of the whole school, or of one’s own applicants', async () => {
      const before = server.mailbox.length;
      const rows = await sendWeekly();
      expect(told(rows)).toEqual({ Dean: 'sent, accepted', lead: 'sent, accepted', second: 'sent, accepted' });
      const editionOf = (name: string) => rows.find((row) => row.name === name)?.editionId;
      expect(editionOf('Dean')).toBe(editionOf('second'));
      expect(editionOf('lead')).not.toBe(editionOf('Dean'));
      const letters = server.mailbox.slice(before);
      expect(new Set(letters.map(({ raw }) => /reports\/(\d+)/.exec(raw)?.[1]))).toEqual(
        new Set(rows.map(({ editionId }) => String(editionId))),
      );
      for (const { raw } of letters) expect(raw).not.toMatch(/Quill|Zebulon|A-fine/);
      expect(mailFaults(await ledger(), server.mailbox)).toEqual([]);
      // Another slot of the week writes nothing.
      expect((await sendWeekly()).map(({ attempts }) => attempts.length)).toEqual([1, 1, 1]);
    });

    it('names applicants where the school says so, to who may see them', async () => {
      nextWeek();
      await saveMailNames(db, schoolId, true);
      const before = server.mailbox.length;
      await keep([record('fine', { score: 255, passed: true }), record('slow', { score: 205, passed: false })]);
      await run('names');
      await sendWeekly();
      await saveMailNames(db, schoolId, false);
      const to = (name: string) =>
        server.mailbox.slice(before).filter((letter) => letter.to === addressOf(name) && /reports/.test(letter.raw));
      expect(to('lead')[0]?.raw).toContain('Quill-fine');
      expect(to('lead')[0]?.raw).not.toContain('Quill-slow');
      expect(to('second')[0]?.raw).toContain('Quill-slow');
    });

    it('is left out for whoever may no longer have it, with the reason', async () => {
      nextWeek();
      await savePerson(db, schoolId, { email: addressOf('second'), name: 'second', role: 'assessor' });
      await owner.query(
        `insert into delivery (school_id, report, topic, period, person_id, season, state, promised_at)
        select 'demo', 'weekly', '2027', date_trunc('week', $1::timestamptz)::date, id, 2027, 'due', now() from person where email = $2`,
        [clock, addressOf('second')],
      );
      await server.behave({ [addressOf('lead')]: 'puts-off' });
      settings = { ...settings, mailRetrySeconds: [0, 0, 3600] };
      const first = await sendWeekly();
      expect(told(first)).toMatchObject({ second: 'skipped, no-right', lead: expect.stringContaining('due, refused') });
      // Meanwhile the relation ends that the edition was frozen by.
      await owner.query(`update person_relation set ended_at = now() where relation = 'leads'`);
      await owner.query(`update delivery set due_at = now() where state = 'due'`);
      await server.behave({});
      expect(told(await sendWeekly())).toMatchObject({ lead: 'skipped, scope-changed, deferred deferred deferred' });
      expect(mailFaults(await ledger(), server.mailbox)).toEqual([]);
    });

    it('is not sent when nothing changed to who said so, and there to be read all the same without a mail server', async () => {
      nextWeek();
      await saveSubscription(db, schoolId, personIds.dean ?? 0, 'weekly', { mail: true, skipEmpty: true, viewId: null }, now);
      const rowOf = (rows: readonly DeliveryRow[]) => rows.find(({ name }) => name === 'Dean');
      expect(rowOf(await sendWeekly())).toMatchObject({ state: 'skipped', reason: 'nothing-changed' });
      nextWeek();
      settings = { ...settings, smtpUrl: undefined };
      await saveSubscription(db, schoolId, personIds.dean ?? 0, 'weekly', { mail: true, skipEmpty: false, viewId: null }, now);
      const unsent = rowOf(await sendWeekly());
      expect(unsent).toMatchObject({ state: 'skipped', reason: 'no-server' });
      expect(unsent?.editionId).not.toBeNull();
    });
  });
});
