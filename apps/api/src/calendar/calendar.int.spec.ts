import { randomBytes } from 'node:crypto';
import { savePerson, saveRecords, sql } from '@matchwatch/store';
import ical from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Client, noon, type RunningApi, season, signIn, startApi, today } from '../../spec/spec-kit.js';

const password = randomBytes(12).toString('hex');
const path = '/api/v1/account/calendar-feed';
const event = { season, from: '2026-12-01', to: '2026-12-02', kind: 'workshop', title: 'Rank lists; how, and when', source: null };

describe('the calendar', () => {
  let api: RunningApi;
  let dean: Client;
  let advisor: Client;
  let advisorId: number;
  const ids: Record<string, number> = {};
  const read = async (client: Client) => (await client.get('/api/v1/calendar?from=2026-11-16&to=2026-12-13')).body;
  const make = async (client: Client): Promise<string> => new URL((await client.ask('POST', path, { body: {} })).body.url).pathname;
  const summaries = (file: string) => {
    const found = new ical.Component(ical.parse(file)).getAllSubcomponents('vevent').map((each) => new ical.Event(each));
    return found.map(({ summary, startDate }) => `${startDate.toString().slice(0, 10)} ${summary}`);
  };
  const auditOf = (like: string) =>
    sql<{ line: string }>(api.db, 'demo', `select line from audit_line where school_id = $1 and line::text like $2`, ['demo', `%${like}%`]);

  beforeAll(async () => {
    api = await startApi();
    ({ id: advisorId } = await savePerson(api.db, 'demo', { email: 'ann@example.edu', name: 'Ann', role: 'advisor', password }));
    const people = (['Ada', 'Ben'] as const).map((given) => ({
      externalId: given,
      name: { given, family: 'Osei' },
      season,
      applicantType: 'us-md' as const,
      exams: [{ exam: 'step2ck' as const, bookedFor: '2026-12-03' as const }],
      ...(given === 'Ada' && { advisor: 'ann@example.edu' }),
    }));
    for (const saved of await saveRecords(api.db, 'demo', people, { by: 'Seed', at: noon, knownOn: today, source: 'demo' }))
      ids[saved.externalId] = saved.id;
    dean = await signIn(api);
    advisor = await signIn(api, { email: 'ann@example.edu', password });
    const meeting = {
      state: 'planned',
      kind: 'phone',
      on: '2026-12-04',
      at: '10:30',
      minutes: 45,
      note: 'About the failed exam',
      restricted: false,
    };
    const nothing = { staffIds: [], others: [], topics: [], nextStep: null, nextOn: null, advised: [] };
    const task = {
      title: 'High risk: talk about the failed exam',
      owner: 'advisor',
      ownerId: null,
      dueOn: '2026-12-05',
      remindOn: null,
      phase: null,
    };
    for (const [given, client] of [
      ['Ada', advisor],
      ['Ben', dean],
    ] as const) {
      const base = `/api/v1/applicants/${ids[given]}`;
      expect(await client.ask('POST', `${base}/meetings`, { body: { ...meeting, ...nothing } })).toMatchObject({ status: 201 });
      expect(await client.ask('POST', `${base}/tasks`, { body: task })).toMatchObject({ status: 201 });
    }
  });
  afterAll(() => api.stop());

  it('shows the season’s days with source, confidence and version, and counts applicants in scope alone', async () => {
    const all = await read(dean);
    expect(all.seasons).toMatchObject([{ season, key: 'season.2027', confirm: true, changed: null, sources: [{ confidence: 'medium' }] }]);
    expect(all.seasons[0].days).toContainEqual({ mark: 'rol', on: '2027-03-03' });
    const both = [ids['Ada'], ids['Ben']].sort((a, b) => Number(a) - Number(b));
    expect(all.people).toEqual([
      { on: '2026-12-03', kind: 'exam', exam: 'step2ck', applicants: 2, ids: both },
      { on: '2026-12-04', kind: 'meeting', exam: null, applicants: 2, ids: both },
      { on: '2026-12-05', kind: 'task', exam: null, applicants: 2, ids: both },
    ]);
    const own = [1, [ids['Ada']]];
    expect((await read(advisor)).people.map((each: { applicants: number; ids: number[] }) => [each.applicants, each.ids])).toEqual([
      own,
      own,
      own,
    ]);
    // Each number leads to the list it counts.
    expect((await advisor.list('applicants', { filter: { season, id: both } })).body.map(({ id }: { id: number }) => id)).toEqual([
      ids['Ada'],
    ]);
    expect((await advisor.get('/api/v1/calendar/people?on=2026-12-03')).body).toEqual([
      { kind: 'exam', exam: 'step2ck', applicantId: ids['Ada'], applicant: 'Ada Osei' },
    ]);
  });

  it('tells of one applicant what is theirs, with titles and times, to those in scope alone', async () => {
    const one = (given: string) => `/api/v1/applicants/${ids[given]}/calendar`;
    const { body } = await advisor.get(one('Ada'));
    expect(body).toMatchObject({ season, today, from: '2026-08-22', to: '2027-02-18' });
    expect(body.entries.map(({ on, kind, at, title, exam }: Record<string, string>) => [on, kind, at ?? title ?? exam])).toEqual([
      ['2026-12-03', 'exam', 'step2ck'],
      ['2026-12-04', 'meeting', '10:30'],
      ['2026-12-05', 'task', 'High risk: talk about the failed exam'],
    ]);
    expect(body.days.every(({ on }: { on: string }) => on >= body.from && on <= body.to)).toBe(true);
    expect((await advisor.get(one('Ben'))).status).toBe(404);
    expect((await dean.get(one('Ben'))).body.entries).toHaveLength(3);
  });

  it('keeps events of the school’s own over the version named, each change in the audit', async () => {
    const added = await dean.ask('POST', '/api/v1/calendar/events', { body: event });
    expect(added).toMatchObject({ status: 201, body: { ...event, version: 1 } });
    const one = `/api/v1/calendar/events/${added.body.id}`;
    const later = { ...event, to: '2026-12-04', source: 'Office of Student Affairs' };
    expect((await dean.ask('PUT', one, { body: later })).status).toBe(428);
    expect(await dean.ask('PUT', one, { body: later, headers: { 'if-match': '"1"' } })).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect((await dean.ask('DELETE', one, { headers: { 'if-match': '"1"' } })).status).toBe(412);
    expect((await dean.ask('POST', '/api/v1/calendar/events', { body: { ...event, to: '2026-11-30' } })).status).toBe(422);
    expect((await read(advisor)).events).toContainEqual(
      expect.objectContaining({ id: added.body.id, title: event.title, changedBy: dean.session.user.name }),
    );
    expect(await auditOf(`"event ${added.body.id}"`)).toHaveLength(2);
  });

  it('is read by its address in another program: days, no reasons, names only where the school allows them', async () => {
    const address = await make(advisor);
    const { status, headers, body: file } = await ask(api, 'GET', address);
    expect([status, headers.get('content-type')?.split(';')[0]]).toEqual([200, 'text/calendar']);
    expect(summaries(file)).toEqual(
      expect.arrayContaining([
        '2027-03-03 Rank lists are certified (2027 Match)',
        '2026-12-01 Rank lists; how, and when',
        '2026-12-04 Meeting with an applicant',
        '2026-12-05 Task due for an applicant',
      ]),
    );
    expect(summaries(file).filter((each) => each.includes('Meeting'))).toHaveLength(1);
    expect(file).toContain('DTSTART:20261204T153000Z');
    expect(file).not.toMatch(/failed|risk|Osei|Ben/i);
    const again = await ask(api, 'GET', address, { headers: { 'if-none-match': headers.get('etag') ?? '', 'cache-control': 'max-age=0' } });
    expect(again.status).toBe(304);
    expect(headers.get('last-modified')).toMatch(/GMT$/);
    await dean.ask('PUT', '/api/v1/mailing/names', { body: { names: true } });
    expect(summaries((await ask(api, 'GET', address)).body)).toContain('2026-12-04 Meeting with Ada Osei');
  });

  it('notes a reading once a day, shows when it was, and writes the token into no log', async () => {
    const address = await make(advisor);
    expect((await advisor.get(path)).body).toEqual({ feed: { createdAt: noon.toISOString(), usedAt: null } });
    const before = (await auditOf('"calendar-feed.read"')).length;
    for (let n = 0; n < 3; n++) await ask(api, 'GET', address);
    expect(await auditOf('"calendar-feed.read"')).toHaveLength(before + 1);
    expect((await advisor.get(path)).body.feed.usedAt).toBe(noon.toISOString());
    const token = address.split('.')[1] ?? expect.fail('no token');
    expect(api.log.filter((line) => line.includes(token))).toEqual([]);
    expect(await sql(api.db, 'demo', 'select 1 from calendar_feed where school_id = $1 and token_hash = $2', ['demo', token])).toEqual([]);
  });

  it('ends with its address, with a new one, and with the person: all answer alike', async () => {
    const replaced = await make(advisor);
    const address = await make(advisor);
    const revoked = await make(dean);
    expect((await dean.ask('DELETE', path, {})).status).toBe(204);
    expect((await ask(api, 'GET', address)).status).toBe(200);
    await sql(api.db, 'demo', `update person set state = 'disabled' where school_id = $1 and id = $2`, ['demo', advisorId]);
    const wrong = address.replace(/\.[\w-]{4}/, '.xxxx');
    const other = address.replace('/demo.', '/elsewhere.');
    const said = new Set<string>();
    for (const each of [replaced, address, revoked, wrong, other, '/api/v1/calendar/feed/x']) {
      const { status, body } = await ask(api, 'GET', each);
      expect(status, each).toBe(404);
      said.add(JSON.stringify({ ...body, instance: undefined, requestId: undefined }));
    }
    expect(said.size).toBe(1);
  });
});
