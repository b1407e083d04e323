import type { AdvisorAssigned, AdvisorLoad, AdvisorSpan, ApplicantRow, Caseload } from '@matchwatch/contracts';
import { demoAccounts } from '@matchwatch/demo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessCohort, type Client, type RunningApi, season, seedApplicants, signIn, startApi, today } from '../../spec/spec-kit.js';

describe('the caseload', () => {
  let api: RunningApi;
  let dean: Client;
  const advisor = demoAccounts.find(({ role }) => role === 'advisor');
  beforeAll(async () => {
    api = await startApi();
    await seedApplicants(api, 120);
    await assessCohort(api, today);
    dean = await signIn(api);
  });
  afterAll(() => api.stop());

  const read = async (client = dean) => (await client.get(`/api/v1/caseload?season=${season}`)).body as Caseload;
  const count = async (filter: object) =>
    Number((await dean.list('applicants', { filter: { season, ...filter }, range: [0, 0] })).headers.get('content-range')?.split('/')[1]);
  const loadOf = (caseload: Caseload, email: string | null): AdvisorLoad =>
    caseload.advisors.find((load) => load.advisor === email) as AdvisorLoad;
  const assign = (body: object, client = dean) => client.ask('POST', '/api/v1/caseload/assign', { body });

  it('counts what its links list, advisor by advisor, and looks ahead to the next day of the season', async () => {
    await api.db.query(
      `update applicant_summary set next_due_on = $1::date + (applicant_id % 20) - 5, last_meeting_on = case when applicant_id % 3 = 0 then $1::date - (applicant_id % 60) end`,
      [today],
    );
    const { advisors, dueBy, notSeenSince, until, forecast } = await read();
    expect(advisors.length).toBeGreaterThan(2);
    for (const { advisor: email, applicants, atRisk, due, overdue, notSeen } of advisors) {
      const theirs = email === null ? { noAdvisor: true } : { advisor: email };
      expect(await count(theirs)).toBe(applicants);
      expect(await count({ ...theirs, riskLevel: ['high-risk', 'at-risk'] })).toBe(atRisk);
      expect(await count({ ...theirs, dueFrom: today, dueBy })).toBe(due);
      expect(await count({ ...theirs, dueBefore: today })).toBe(overdue);
      expect(await count({ ...theirs, notSeenSince })).toBe(notSeen);
    }
    expect(until).toEqual({ mark: 'rankOpens', on: '2027-02-01' });
    expect(forecast[0]?.week).toBe('2026-11-16');
    const weekly = advisors.reduce((sum, each) => sum + each.meetingsPerWeek, 0);
    expect(forecast[1]?.meetings).toBeCloseTo(weekly, 8);
  });

  it('shows an advisor their own', async () => {
    const { advisors } = await read(await signIn(api, advisor));
    expect(advisors.map((load) => load.advisor)).toEqual([advisor?.email]);
  });

  it('is shared out in bulk, with history, audit and a reassessment; who is not theirs to assign is told of', async () => {
    const before = loadOf(await read(), null).applicants;
    expect(before).toBeGreaterThan(1);
    const rows = (await dean.list('applicants', { filter: { season, noAdvisor: true }, range: [0, 1] })).body as ApplicantRow[];
    const ids = rows.map(({ id }) => id);
    const to = advisor?.email ?? '';
    const counted = { advisor: to, reason: 'Shared out', filter: { season, noAdvisor: true } };
    expect((await assign({ ...counted, expected: before + 1 })).status).toBe(409);
    const named = (await assign({ advisor: to.toUpperCase(), reason: 'Shared out', ids: [...ids, 2_000_000_000] })).body as AdvisorAssigned;
    expect(named.assigned.toSorted((a, b) => a - b)).toEqual(ids.toSorted((a, b) => a - b));
    expect(named.refused.map(({ id }) => id)).toEqual([2_000_000_000]);
    const again = (await assign({ advisor: to, reason: 'Shared out', ids })).body as AdvisorAssigned;
    expect([again.assigned, again.unchanged.toSorted((a, b) => a - b)]).toEqual([[], ids.toSorted((a, b) => a - b)]);
    const spans = (await dean.get(`/api/v1/applicants/${ids[0]}/advisors`)).body as AdvisorSpan[];
    expect(spans).toMatchObject([
      { advisor: to, until: null, by: 'Margaret Whitfield', reason: 'Shared out' },
      { advisor: null, until: today },
    ]);
    const lines = await api.db.query(`select line from audit_line where event = 'advisor.assigned' and applicant_id = any ($1)`, [ids]);
    expect(lines).toHaveLength(ids.length);
    const runs = await api.db.query(`select applicant_ids as ids from run where slot like 'assign:%'`);
    expect(runs).toHaveLength(1);
    const rest = (await assign({ advisor: to, reason: 'Shared out', filter: { season, noAdvisor: true } })).body as AdvisorAssigned;
    expect(rest.assigned).toHaveLength(before - ids.length);
    expect(await count({ noAdvisor: true })).toBe(0);
  });

  it.each([
    ['nobody who works here', { advisor: 'stranger@example.org', reason: 'x', ids: [1] }, 'advisor'],
    ['no reason', { advisor: null, reason: '', ids: [1] }, 'reason'],
    ['neither names nor a filter', { advisor: null, reason: 'x' }, 'ids'],
  ])('refuses %s', async (_, body, path) => {
    const { status, body: problem } = await assign(body);
    expect([status, problem.issues[0].path]).toEqual([422, path]);
  });

  it('stands against a target, which a dean sets', async () => {
    const { personId } = loadOf(await read(), advisor?.email ?? '');
    expect((await dean.ask('PUT', `/api/v1/people/${personId}/caseload-target`, { body: { target: 25 } })).status).toBe(204);
    expect(loadOf(await read(), advisor?.email ?? '').target).toBe(25);
    expect((await dean.ask('PUT', '/api/v1/people/2000000000/caseload-target', { body: { target: 25 } })).status).toBe(404);
  });
});
