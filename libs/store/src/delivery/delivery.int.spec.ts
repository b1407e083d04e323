import type { Day, MailFault } from '@matchwatch/domain';
import { throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  beginContent,
  type ClaimedDelivery,
  claimDelivery,
  connect,
  connectAsOwner,
  countDeliveryTrouble,
  decideDelivery,
  deferWaiting,
  disablePerson,
  endLapsedTries,
  endTry,
  findDelivery,
  listDeliveries,
  listDeliveryTallies,
  listSubscribers,
  listSubscriptionsOf,
  openWeeklyDeliveries,
  type Pool,
  savePerson,
  saveSchool,
  saveSubscription,
  takeDueDeliveries,
} from '../index.js';

const schoolId = 'demo';
const now = new Date('2026-11-20T17:00:00Z');
const retrySeconds = [0, 0];
const password = 'a long enough one';

describe('the ledger of mail', () => {
  let db: Pool;
  let owner: Pool;
  let stop: () => Promise<void>;
  const ids: Record<string, number> = {};
  let week = 0;

  beforeAll(async () => {
    const database = await throwAwayPostgres();
    db = await connect({ url: database.url, poolSize: 6 });
    owner = await connectAsOwner({ url: database.url, poolSize: 1 });
    await saveSchool(db, { id: schoolId, name: 'Hillcrest', timeZone: 'UTC' });
    for (const [name, role] of [
      ['dean', 'dean'],
      ['second', 'dean'],
      ['lead', 'lead-advisor'],
      ['ann', 'advisor'],
      ['auditor', 'auditor'],
    ] as const)
      ids[name] = (await savePerson(db, schoolId, { email: `${name}@mail.example.edu`, name, role, password })).id;
    stop = async () => {
      await db.destroy();
      await owner.destroy();
      await database.drop();
    };
  });
  afterAll(() => stop());

  /** A week of its own for each test, with what is due in it. */
  let due: number[];
  beforeEach(async () => {
    await owner.query(
      `update delivery set state = 'skipped', reason = 'paused', ended_at = now(), lease_until = null where state in ('due', 'sending')`,
    );
    week += 1;
    const period = `2026-${String(week).padStart(2, '0')}-01` as Day;
    due = await openWeeklyDeliveries(db, schoolId, { season: 2027, period, promisedAt: now });
  });
  const claim = async (id = due[0] as number): Promise<ClaimedDelivery> => {
    const claimed = await claimDelivery(db, schoolId, id, 30);
    if (!claimed) throw new Error(`Delivery ${id} was not to be had`);
    return claimed;
  };
  const rowOf = async (id = due[0] as number) => {
    const row = await findDelivery(db, schoolId, id);
    if (!row) throw new Error(`Delivery ${id} is not there`);
    return row;
  };
  const lapse = () => owner.query(`update delivery set lease_until = clock_timestamp() - interval '1 second' where state = 'sending'`);

  it('has a row for each who gets the report by default, once however often it is opened', async () => {
    const { rows } = await listDeliveries(db, schoolId, { period: '2026-01-01' }, [0, 9]);
    expect(rows.map(({ name, state }) => [name, state])).toEqual([
      ['dean', 'due'],
      ['second', 'due'],
    ]);
    const again = { season: 2027, period: '2026-01-01', promisedAt: now } as const;
    expect(await openWeeklyDeliveries(db, schoolId, again)).toEqual([]);
    expect(await openWeeklyDeliveries(db, schoolId, { ...again, season: 2028 })).toHaveLength(2);
  });

  it('goes by what each said they want, of what their role may get', async () => {
    expect(await listSubscriptionsOf(db, schoolId, ids.ann ?? 0)).toMatchObject([
      { report: 'weekly', mail: false, isDefault: true },
      { report: 'digest', mail: true, isDefault: true },
    ]);
    expect(await listSubscriptionsOf(db, schoolId, ids.auditor ?? 0)).toEqual([]);
    await saveSubscription(db, schoolId, ids.lead ?? 0, 'weekly', { mail: true, skipEmpty: true, viewId: null }, now);
    await saveSubscription(db, schoolId, ids.second ?? 0, 'weekly', { mail: false, skipEmpty: false, viewId: null }, now);
    const weekly = (await listSubscribers(db, schoolId)).filter(({ report }) => report === 'weekly');
    expect(weekly.map(({ name, mail, skipEmpty, isDefault }) => [name, mail, skipEmpty, isDefault])).toEqual([
      ['ann', false, false, true],
      ['dean', true, false, true],
      ['lead', true, true, false],
      ['second', false, false, false],
    ]);
    await openWeeklyDeliveries(db, schoolId, { season: 2027, period: '2026-01-08', promisedAt: now });
    const { rows } = await listDeliveries(db, schoolId, { period: '2026-01-08' }, [0, 9]);
    expect(rows.map(({ name }) => name)).toEqual(['dean', 'lead']);
    await saveSubscription(db, schoolId, ids.second ?? 0, 'weekly', { mail: true, skipEmpty: false, viewId: null }, now);
  });

  it('gives a delivery to one of many who ask for it at once', async () => {
    const claims = await Promise.all(Array.from({ length: 6 }, () => claimDelivery(db, schoolId, due[0] ?? 0, 30)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect((await rowOf()).attempts).toHaveLength(1);
  });

  it('waits longer after each try that was put off, and fails after the last', async () => {
    const ends: (string | undefined)[] = [];
    for (const _ of [1, 2, 3]) {
      const reply = { code: 451, text: 'Greylisted' };
      ends.push(await endTry(db, schoolId, await claim(), { turn: 'deferred', fault: 'refused', reply }, retrySeconds));
    }
    expect(ends).toEqual(['due', 'due', 'failed']);
    const { attempts, reason } = await rowOf();
    expect([attempts.length, reason]).toEqual([3, 'refused']);
    expect(attempts[0]).toMatchObject({ outcome: 'deferred', fault: 'refused', replyCode: 451, reply: 'Greylisted', contentAt: null });
    await decideDelivery(db, schoolId, due[0] ?? 0, { decision: 'again', reason: 'They mended it', by: ids.dean ?? 0, at: now });
    expect(await endTry(db, schoolId, await claim(), { turn: 'deferred', fault: 'silent' }, [3600])).toBe('due');
    expect(await claimDelivery(db, schoolId, due[0] ?? 0, 30)).toBeUndefined();
  });

  it('lets nothing leave by a worker whose lease is over, and takes back what it held', async () => {
    const late = await claim();
    await lapse();
    expect(await beginContent(db, schoolId, late, { messageId: '<a@b>', leaseSeconds: 30 })).toBe(false);
    expect(await endLapsedTries(db, schoolId, 3)).toBe(1);
    expect(await rowOf()).toMatchObject({ state: 'due', reason: 'worker-stopped', attempts: [{ outcome: 'interrupted' }] });
    const next = await claim();
    expect(await beginContent(db, schoolId, late, { messageId: '<a@b>', leaseSeconds: 30 })).toBe(false);
    expect(await endTry(db, schoolId, late, { turn: 'accepted' }, retrySeconds)).toBeUndefined();
    expect(await beginContent(db, schoolId, next, { messageId: '<a@b>', leaseSeconds: 30 })).toBe(true);
    expect(await endTry(db, schoolId, next, { turn: 'accepted', reply: { code: 250, text: 'Ok' } }, retrySeconds)).toBe('sent');
    expect((await rowOf()).attempts[1]).toMatchObject({ messageId: '<a@b>', outcome: 'accepted', reply: 'Ok' });
  });

  it('is uncertain once content may have left, until the answer comes after all or a person decides', async () => {
    const [first, second] = [await claim(due[0]), await claim(due[1])];
    for (const each of [first, second]) await beginContent(db, schoolId, each, { messageId: '<a@b>', leaseSeconds: 30 });
    await lapse();
    await endLapsedTries(db, schoolId, 3);
    expect([(await rowOf(due[0])).state, (await rowOf(due[1])).state]).toEqual(['uncertain', 'uncertain']);
    expect(await takeDueDeliveries(db, schoolId, 0)).not.toContain(first.id);
    // What is known for certain in the end replaces what was not; sent again by itself it is never.
    expect(await endTry(db, schoolId, second, { turn: 'deferred', fault: 'refused' }, retrySeconds)).toBe('failed');
    const decision = { reason: 'She has it', by: ids.dean ?? 0, at: now };
    expect(await decideDelivery(db, schoolId, first.id, { decision: 'arrived', ...decision })).toEqual({
      outcome: 'decided',
      from: 'uncertain',
      to: 'sent',
    });
    expect(await decideDelivery(db, schoolId, first.id, { decision: 'arrived', ...decision })).toEqual({
      outcome: 'refused',
      state: 'sent',
    });
    expect((await rowOf(due[0])).decisions).toMatchObject([{ decision: 'arrived', reason: 'She has it', by: 'dean' }]);
    expect((await decideDelivery(db, schoolId, 999_999, { decision: 'again', ...decision })).outcome).toBe('missing');
  });

  it('counts a closed door for everything that waits before it', async () => {
    const first = await claim();
    const door: MailFault = 'unreachable';
    await endTry(db, schoolId, first, { turn: 'deferred', fault: door }, [60]);
    expect(await deferWaiting(db, schoolId, door, [60])).toBe(due.length - 1);
    for (const id of due) expect(await rowOf(id)).toMatchObject({ state: 'due', attempts: [{ outcome: 'deferred', fault: door }] });
    expect(await deferWaiting(db, schoolId, door, [60])).toBe(0);
  });

  it('keeps no try of what was not to be sent, and says why', async () => {
    await disablePerson(db, schoolId, ids.second ?? 0);
    expect(await endTry(db, schoolId, await claim(), { turn: 'omitted', because: 'disabled' }, retrySeconds)).toBe('skipped');
    expect(await rowOf()).toMatchObject({ state: 'skipped', reason: 'disabled', attempts: [] });
  });

  it('tells what is late, failed and uncertain', async () => {
    const soon = new Date(now.getTime() + 60_000);
    expect(await countDeliveryTrouble(db, schoolId, now, now)).toMatchObject({ late: 0 });
    expect(await countDeliveryTrouble(db, schoolId, soon, now)).toMatchObject({ late: due.length, failed: 1 });
    const [tally] = await listDeliveryTallies(db, schoolId, 'weekly', 3);
    expect(tally?.counts).toEqual({ due: due.length });
  });
});
