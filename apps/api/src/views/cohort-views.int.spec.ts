import { randomBytes } from 'node:crypto';
import type { ApplicantRow, CohortViewDetail, CohortViewWrite, ListedCohortView, MembershipChange } from '@matchwatch/contracts';
import type { Role } from '@matchwatch/domain';
import { refreshMemberships, savePerson } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessCohort, type Client, type RunningApi, season, seedApplicants, signIn, startApi, today } from '../../spec/spec-kit.js';

const list = { name: 'Needs somebody', sharedWith: [], sort: ['level', 'DESC'], hidden: ['trend'] } as const;
const filterOf = (filter: object): object => ({ kind: 'filter', ...list, filter: { season, ...filter } });
const groupOf = (members: readonly number[]): object => ({ kind: 'group', ...list, name: 'Monday group', members });

describe('saved views', () => {
  let api: RunningApi;
  let dean: Client;
  let advisor: Client;
  let steward: Client;
  let rows: ApplicantRow[];
  let mine: ApplicantRow[];
  const as = async (role: Role, email: string): Promise<Client> => {
    const password = randomBytes(9).toString('hex');
    await savePerson(api.db, 'demo', { email, name: `The ${role}`, role, password });
    return signIn(api, { email, password });
  };
  const save = async (client: Client, write: object): Promise<CohortViewDetail> => {
    const { status, body } = await client.ask('POST', '/api/v1/views', { body: write });
    expect(status, JSON.stringify(body)).toBe(201);
    return body as CohortViewDetail;
  };
  const change = (client: Client, { id, version }: CohortViewDetail, write: object) =>
    client.ask('PUT', `/api/v1/views/${id}`, { body: write, headers: { 'if-match': `"${version}"` } });
  const listed = async (client: Client): Promise<ListedCohortView[]> => (await client.get('/api/v1/views')).body;
  const totalOf = async (client: Client, filter: object): Promise<number> =>
    Number((await client.list('applicants', { filter, range: [0, 0] })).headers.get('content-range')?.split('/')[1]);
  const history = async (client: Client, id: number): Promise<MembershipChange[]> => (await client.get(`/api/v1/views/${id}/history`)).body;

  const madeYesterday = async (id: number): Promise<void> => {
    await api.db.query('update cohort_view set created_on = created_on - 1 where id = $1', [id]);
    await api.db.query('update cohort_membership set joined_on = joined_on - 1 where view_id = $1', [id]);
  };

  beforeAll(async () => {
    api = await startApi();
    await seedApplicants(api, 80);
    await assessCohort(api, today);
    dean = await signIn(api);
    rows = (await dean.list('applicants', { filter: { season }, range: [0, 199] })).body;
    const email = rows.find((row) => row.advisor)?.advisor as string;
    mine = rows.filter((row) => row.advisor === email);
    advisor = await as('advisor', email);
    steward = await as('data-steward', 'steward.views@example.edu');
  });
  afterAll(() => api.stop());

  it('are kept with filter, order and columns, counted in the scope of whoever looks, and private until shared', async () => {
    const saved = await save(dean, filterOf({ noAdvisor: false }));
    expect(saved).toMatchObject({ ...list, mine: true, version: 1, filter: { season, noAdvisor: false }, members: [] });
    expect((await listed(dean)).find(({ id }) => id === saved.id)?.count).toBe(rows.filter((row) => row.advisor).length);
    expect(await listed(advisor)).toEqual([]);
    expect((await advisor.get(`/api/v1/views/${saved.id}`)).status).toBe(404);
    const shared = await change(dean, saved, { ...filterOf({ noAdvisor: false }), sharedWith: ['advisor'] });
    expect(shared).toMatchObject({ status: 200, body: { version: 2, sharedWith: ['advisor'] } });
    expect(await listed(advisor)).toMatchObject([{ id: saved.id, mine: false, count: mine.length }]);
    expect(await change(advisor, shared.body, filterOf({}))).toMatchObject({ status: 403 });
    expect(await change(dean, saved, filterOf({}))).toMatchObject({ status: 412, body: { currentVersion: 2 } });
    expect((await dean.ask('DELETE', `/api/v1/views/${saved.id}`)).status).toBe(204);
    expect(await listed(advisor)).toEqual([]);
  });

  it('join groups of conditions by any and by all, as the list itself counts them', async () => {
    const [, { riskLevel, applicantType }] = rows as [ApplicantRow, ApplicantRow];
    const level = { riskLevel: [riskLevel] };
    const type = { applicantType: [applicantType] };
    const is = (row: ApplicantRow) => [row.riskLevel === riskLevel, row.applicantType === applicantType];
    const any = { season, where: { join: 'any', of: [level, type] } };
    const all = { season, where: { join: 'all', of: [level, type] } };
    const expectedAny = rows.filter((row) => is(row).some(Boolean)).length;
    const expectedAll = rows.filter((row) => is(row).every(Boolean)).length;
    expect(expectedAll).toBeGreaterThan(0);
    expect(expectedAny).toBeGreaterThan(expectedAll);
    expect(await totalOf(dean, any)).toBe(expectedAny);
    expect(await totalOf(dean, all)).toBe(expectedAll);
    const { body } = await dean.get(`/api/v1/applicants/facets?filter=${encodeURIComponent(JSON.stringify(any))}`);
    expect(Object.values(body.applicantType as Record<string, number>).reduce((sum, each) => sum + each, 0)).toBe(expectedAny);
    const said = [
      { ...any, where: { join: 'xor', of: [level] } },
      { ...any, where: { join: 'any', of: [{}] } },
      { where: { join: 'any', of: [{ where: any.where }] } },
    ];
    for (const wrong of said) expect((await dean.list('applicants', { filter: wrong })).status).toBe(400);
  });

  it('tell nobody of a risk that is closed to them, whatever group asks for it', async () => {
    expect(await totalOf(steward, { season, where: { join: 'any', of: [{ riskLevel: ['high-risk'] }] } })).toBe(0);
    expect(await totalOf(steward, { season, where: { join: 'any', of: [{ rule: 'care.wellbeing' }, { flagLevel: 'note' }] } })).toBe(0);
    expect(await totalOf(steward, { season, where: { join: 'any', of: [{ q: 'bare' }, { riskLevel: ['high-risk'] }] } })).toBe(1);
  });

  it('check pasted ids line by line; who is outside the scope is as unknown as nobody', async () => {
    const [own] = mine;
    const other = rows.find((row) => !mine.includes(row)) as ApplicantRow;
    const lines = [own?.externalId, other.externalId, '', own?.externalId, 'NOBODY'];
    const { status, body } = await advisor.ask('POST', '/api/v1/views/check-ids', { body: { lines } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      found: [{ line: 1, id: own?.id, externalId: own?.externalId }],
      refused: [
        { line: 2, text: other.externalId, fault: 'unknown', sameAs: null },
        { line: 4, text: own?.externalId, fault: 'duplicate', sameAs: 1 },
        { line: 5, text: 'NOBODY', fault: 'unknown', sameAs: null },
      ],
    });
    expect(await advisor.ask('POST', '/api/v1/views', { body: groupOf([own?.id as number, other.id]) })).toMatchObject({
      status: 422,
      body: { issues: [{ path: 'members.1' }] },
    });
  });

  it('keep a group by hand, with who joined and left, each reader seeing their own of it', async () => {
    const [own, next] = mine as [ApplicantRow, ApplicantRow];
    const other = rows.find((row) => !mine.includes(row)) as ApplicantRow;
    const group = await save(dean, { ...groupOf([own.id, other.id]), sharedWith: ['advisor'] });
    expect(await totalOf(dean, { inGroup: group.id })).toBe(2);
    expect(await totalOf(advisor, { inGroup: group.id })).toBe(1);
    expect((await advisor.get(`/api/v1/views/${group.id}`)).body.members).toMatchObject([{ id: own.id }]);
    expect((await steward.list('applicants', { filter: { inGroup: group.id } })).status).toBe(422);
    expect((await steward.get(`/api/v1/applicants/facets?filter=${encodeURIComponent(`{"inGroup":${group.id}}`)}`)).status).toBe(422);
    await madeYesterday(group.id);
    const changed = await change(dean, group, { ...groupOf([other.id, next.id]), sharedWith: ['advisor'] });
    expect((changed.body as CohortViewDetail).members.map(({ id }) => id).sort((a, b) => a - b)).toEqual(
      [other.id, next.id].sort((a, b) => a - b),
    );
    const on = today;
    expect(await history(dean, group.id)).toEqual(
      [
        { applicantId: next.id, step: 'joined', on },
        { applicantId: own.id, step: 'left', on },
      ].map((step) => expect.objectContaining(step)),
    );
    expect((await history(advisor, group.id)).length).toBe(2);
    const others = await save(dean, { ...groupOf([other.id]), sharedWith: ['advisor'] });
    await madeYesterday(others.id);
    await change(dean, others, { ...groupOf([own.id]), sharedWith: ['advisor'] });
    expect(await history(advisor, others.id)).toMatchObject([{ applicantId: own.id, step: 'joined' }]);
  });

  it('follow the runs: a published run of the cohort says who joined and who left', async () => {
    const view = await save(dean, filterOf({ riskLevel: ['high-risk'] }));
    const before = await totalOf(dean, view.filter);
    const [one] = rows.filter((row) => row.riskLevel === 'high-risk') as [ApplicantRow];
    await api.db.query(`update applicant_summary set risk_level = 'on-track', risk_rank = 1 where applicant_id = $1`, [one.id]);
    const runId = await assessCohort(api, '2026-11-28', { publish: false });
    await refreshMemberships(api.db, 'demo', runId);
    expect(await history(dean, view.id)).toEqual([]);
    await api.db.query(`update run set state = 'published', published_at = now() where id = $1`, [runId]);
    for (let twice = 0; twice < 2; twice++) await refreshMemberships(api.db, 'demo', runId);
    expect(await history(dean, view.id)).toMatchObject([{ applicantId: one.id, step: 'left', on: '2026-11-28' }]);
    expect(await totalOf(dean, view.filter)).toBe(before - 1);
    expect(await history(steward, view.id)).toMatchObject({ status: 404 });
  });

  it('are each told to the audit', async () => {
    const { body } = await dean.get(`/api/v1/audit?filter=${encodeURIComponent('{"event":["view.saved","view.changed","view.removed"]}')}`);
    const events = (body as { event: string }[]).map(({ event }) => event);
    expect(new Set(events)).toEqual(new Set(['view.saved', 'view.changed', 'view.removed']));
  });

  it('refuse a filter within a group, and more than a list of them could count', async () => {
    const group = await save(dean, groupOf([rows[0]?.id as number]));
    expect((await dean.ask('POST', '/api/v1/views', { body: filterOf({ inGroup: group.id }) })).status).toBe(422);
    const asFilter: Partial<CohortViewWrite> = filterOf({});
    expect((await change(dean, group, asFilter)).status).toBe(409);
  });
});
