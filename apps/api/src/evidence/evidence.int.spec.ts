import { addMeeting, addPlan, agreePlan, giveRelation, listAudit, saveRecords } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, dean, noon, type RunningApi, season, signIn, startApi, today } from '../../spec/spec-kit.js';

describe('the evidence on advising', () => {
  let api: RunningApi;
  let client: Client;
  beforeAll(async () => {
    api = await startApi();
    client = await signIn(api);
    const people = Array.from({ length: 26 }, (_, at) => ({
      externalId: `E-${at}`,
      name: { given: 'Eve', family: `No ${at}` },
      season,
      applicantType: 'us-md' as const,
    }));
    const saved = await saveRecords(api.db, 'demo', people, { by: 'Seed', at: noon, knownOn: today, source: 'demo' });
    const me = client.session.user.id;
    const mark = { by: me, at: noon };
    const meeting = {
      kind: 'phone',
      at: null,
      minutes: 20,
      with: 'dean',
      staffIds: [me],
      others: [],
      topics: ['specialty'],
      note: null,
    } as const;
    const said = { restricted: false, nextStep: null, nextOn: null, advised: [] };
    for (const [at, { id }] of saved.slice(0, 12).entries()) {
      await addMeeting(api.db, 'demo', id, { ...meeting, ...said, state: 'held', on: '2026-10-05' }, mark);
      if (at === 0) await addMeeting(api.db, 'demo', id, { ...meeting, ...said, state: 'held', on: '2025-10-05' }, mark);
      if (at === 1) await addMeeting(api.db, 'demo', id, { ...meeting, ...said, state: 'missed', on: '2026-10-06' }, mark);
      const planId = await addPlan(api.db, 'demo', id, { tasks: [], goals: [], phases: [] }, mark);
      if (planId !== undefined)
        await agreePlan(api.db, 'demo', { applicantId: id, id: planId, version: 1 }, { on: today, with: 'them' }, mark);
    }
    const target = { kind: 'applicant', applicantId: saved[0]?.id ?? 0 } as const;
    await giveRelation(api.db, 'demo', { personId: me, relation: 'assesses', target, fromOn: '2026-10-01', untilOn: undefined }, me, noon);
  });
  afterAll(() => api.stop());

  it('counts what was held in the days asked for, and where advising was not apart from grading', async () => {
    const { body } = await client.get(`/api/v1/evidence?season=${season}&from=2026-01-01`);
    expect(body).toMatchObject({ season, applicants: 26, met: 12, meetings: 12, graders: { relations: 1, meetings: 1 } });
    const rows = Object.fromEntries(body.tables.map(({ table, rows }: { table: string; rows: object[] }) => [table, rows]));
    expect(rows).toMatchObject({
      seen: [{ row: 'us-md', cells: [14, 12, 0, 0], total: 26 }],
      plans: [{ row: 'us-md', cells: [14, 0, 12], total: 26 }],
      staff: [{ row: dean.name, cells: [12, 12] }],
      months: [{ row: '2026-10', cells: [12, 12] }],
      topics: [{ row: 'specialty', cells: [12, 12] }],
      help: [],
    });
    expect((await client.get(`/api/v1/evidence?from=2026-10-06&to=2026-10-31`)).body).toMatchObject({ met: 0, meetings: 0 });
    expect((await client.get(`/api/v1/evidence?from=2026-11-02&to=2026-11-01`)).status).toBe(422);
  });

  it('is exported with a reason, which is kept', async () => {
    const csv = await client.ask('POST', '/api/v1/evidence/export', { body: { season, reason: 'site visit' } });
    expect(csv.body).toContain('How often applicants were met,US MD,Once,12');
    const [line] = (await listAudit(api.db, 'demo', { event: ['evidence.exported'], timeZone: 'UTC' }, [0, 0])).rows;
    expect(line?.line).toMatchObject({ reason: 'site visit' });
  });
});
