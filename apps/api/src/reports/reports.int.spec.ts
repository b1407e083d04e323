import type { ReportEdition, ReportEditionDetail } from '@matchwatch/contracts';
import { type ApplicantRecord, addDays, reportFaults, riskLevels } from '@matchwatch/domain';
import { freezeWeeklyReport, giveRelation, listAudit, saveRecords } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessCohort, type Client, noon, type RunningApi, season, seedApplicants, signIn, startApi, today } from '../../spec/spec-kit.js';

const friday = today;
const monday = addDays(friday, 3);

describe('weekly reports', () => {
  let api: RunningApi;
  let dean: Client;
  let advisor: Client;
  let records: ApplicantRecord[];
  let first: ReportEdition;
  let second: ReportEdition;
  const at = (day: string) => new Date(`${day}T17:00:00Z`);
  const freeze = (client: Client, body: object = {}) => client.ask('POST', '/api/v1/reports', { body: { season, ...body } });
  const read = async (client: Client, id: number): Promise<ReportEditionDetail> => (await client.get(`/api/v1/reports/${id}`)).body;

  beforeAll(async () => {
    api = await startApi();
    records = await seedApplicants(api, 80);
    await assessCohort(api, addDays(friday, -9));
    dean = await signIn(api);
    first = (await freeze(dean)).body;
    // Two fail an exam, one passes on, one is new: the next week has something to tell.
    api.clock.now = at(monday);
    const failing = records.slice(0, 2).map((record) => ({
      ...record,
      exams: [{ exam: 'step2ck' as const, takenOn: '2026-10-01' as const, outcome: 'fail' as const, score: 205 }],
    }));
    const newcomer = { ...(records[5] as ApplicantRecord), externalId: 'NEW', name: { given: 'Nia', family: 'New' } };
    await saveRecords(api.db, 'demo', [...failing, newcomer], { by: 'Seed', at: at(monday), knownOn: monday, source: 'demo' });
    await assessCohort(api, monday);
    dean = await signIn(api);
    second = (await freeze(dean)).body;
    advisor = await signIn(api, { email: 'helen.marsh@example.edu', password: 'matchwatch-demo' });
  });
  afterAll(() => api.stop());

  it('add up, and begin where the one before ended', async () => {
    const before = await read(dean, first.id);
    const { document } = await read(dean, second.id);
    expect(reportFaults(document)).toEqual([]);
    expect(document.since).toBe(first.asOf);
    expect(document.levels.opening).toEqual(before.document.levels.closing);
    expect(document.changes.new.applicants).toBe(1);
    expect(document.changes.worse.applicants).toBeGreaterThan(0);
    expect(document.changes.worse.people[0]?.reasons[0]?.code).toMatch(/^[a-z]+\./);
    expect(document.total).toBe(81);
  });

  it('count what the lists count they lead to', async () => {
    const { document } = await read(dean, second.id);
    for (const riskLevel of riskLevels) {
      const { headers } = await dean.list('applicants', { filter: { season, riskLevel: [riskLevel] }, range: [0, 0] });
      expect(Number(headers.get('content-range')?.split('/')[1]), riskLevel).toBe(document.levels.closing[riskLevel]);
    }
    for (const [gap, { applicants }] of Object.entries(document.gaps)) {
      const { headers } = await dean.list('applicants', { filter: { season, rule: `care.${gap}` }, range: [0, 0] });
      expect(Number(headers.get('content-range')?.split('/')[1]), gap).toBe(applicants);
    }
    const { headers } = await dean.list('applicants', {
      filter: { season, changedSince: document.since, direction: 'worse' },
      range: [0, 0],
    });
    expect(Number(headers.get('content-range')?.split('/')[1])).toBe(document.changes.worse.applicants);
  });

  it('are frozen once a week, whoever asks and however often at once', async () => {
    const again = await Promise.all([1, 2, 3].map(() => freeze(dean)));
    expect(again.map(({ status, body }) => [status, body.id])).toEqual([200, 200, 200].map((status) => [status, second.id]));
    const { body } = await dean.list('reports');
    expect(body.map(({ id }: ReportEdition) => id)).toEqual([second.id, first.id]);
  });

  it('five at once give one edition', async () => {
    const now = at(addDays(monday, 7));
    const frozen = await Promise.all(
      Array.from({ length: 5 }, () => freezeWeeklyReport(api.db, 'demo', { season, now, milestones: [], madeBy: null })),
    );
    expect(new Set(frozen.map((each) => ('edition' in each ? each.edition.id : 0))).size).toBe(1);
    expect(frozen.filter(({ outcome }) => outcome === 'frozen')).toHaveLength(1);
    const [quiet] = frozen;
    if (!quiet || !('edition' in quiet)) throw new Error('nothing was frozen');
    expect(quiet.edition.document.changes.worse.applicants).toBe(0);
    expect(quiet.edition.document.flow.every(({ from, to }) => from === to)).toBe(true);
  });

  it('are corrected by another edition that says why; the first stays as it was', async () => {
    const asItWas = await read(dean, second.id);
    const corrected = (await freeze(dean, { correction: 'Two records were wrong' })).body as ReportEdition;
    expect(corrected).toMatchObject({ no: 2, period: second.period, reason: 'Two records were wrong', stands: true });
    expect(await read(dean, second.id)).toEqual({ ...asItWas, stands: false });
    await expect(api.db.query('update report_edition set no = 9')).rejects.toThrow('append-only');
  });

  it('of an advisor are about their own people, and theirs alone', async () => {
    const own = (await freeze(advisor)).body as ReportEdition;
    const { document, names } = await read(advisor, own.id);
    const { headers } = await advisor.list('applicants', { filter: { season }, range: [0, 0] });
    expect(document.total).toBe(Number(headers.get('content-range')?.split('/')[1]));
    expect(document.total).toBeLessThan(81);
    expect(document.scope.person?.name).toBe('Helen Marsh');
    expect(document.caseload.every(({ advisor: email }) => email === 'helen.marsh@example.edu')).toBe(true);
    expect(names.length).toBeGreaterThan(0);
    expect((await advisor.get(`/api/v1/reports/${second.id}`)).status).toBe(404);
    expect((await dean.get(`/api/v1/reports/${own.id}`)).status).toBe(404);
  });

  it('of a saved view are about those in it, and for whoever asked', async () => {
    const filter = { season, riskLevel: ['high-risk', 'at-risk'] };
    const view = { kind: 'filter', name: 'Need someone', filter, sort: ['level', 'DESC'], hidden: [], sharedWith: [] };
    const { id, ...saved } = (await dean.ask('POST', '/api/v1/views', { body: view })).body;
    expect(saved.name).toBe('Need someone');
    const own = (await freeze(dean, { view: id })).body as ReportEdition;
    const { document } = await read(dean, own.id);
    expect(document.scope.view).toEqual({ id, name: 'Need someone' });
    const { closing } = document.levels;
    expect(document.total).toBe(closing['high-risk'] + closing['at-risk']);
    expect(document.total).toBeGreaterThan(0);
    expect((await freeze(advisor, { view: id })).status).toBe(404);
    const admin = await signIn(api, { email: 'admin@example.edu', password: 'matchwatch-demo' });
    expect((await admin.get(`/api/v1/reports/${own.id}`)).status).toBe(404);
  });

  it('name nobody whom the reader may no longer know', async () => {
    const { document } = await read(dean, second.id);
    const [worst] = document.changes.worse.people;
    const account = await dean.get('/api/v1/session');
    const personId = account.body.user.id as number;
    const target = { kind: 'applicant', applicantId: worst?.applicantId ?? 0 } as const;
    const relation = { personId, relation: 'assesses', target, fromOn: monday } as const;
    await giveRelation(api.db, 'demo', relation, personId, noon);
    const walled = await read(dean, second.id);
    expect(walled.names.map(({ id }) => id)).not.toContain(worst?.applicantId);
    expect(JSON.stringify(walled.document)).not.toContain(`"applicantId":${worst?.applicantId},`);
    expect(walled.document.changes.worse.applicants).toBe(document.changes.worse.applicants);
  });

  it('are kept from whoever must not know of wellbeing as far as that goes', async () => {
    const admin = await signIn(api, { email: 'admin@example.edu', password: 'matchwatch-demo' });
    expect((await read(dean, second.id)).document.wellbeing).toMatchObject({ applicants: expect.any(Number), people: expect.any(Array) });
    expect((await read(admin, second.id)).document.wellbeing).toBeUndefined();
  });

  it('come as a PDF and as CSV, each noted in the audit', async () => {
    const download = (body: object) => dean.ask('POST', `/api/v1/reports/${second.id}/download`, { body });
    const pdf = await download({ format: 'pdf' });
    expect(pdf.headers.get('content-disposition')).toContain(`weekly-report-${season}-${second.period}.pdf`);
    expect(String(pdf.body).startsWith('%PDF-1.7')).toBe(true);
    expect((await download({ format: 'csv' })).status).toBe(422);
    const csv = await download({ format: 'csv', reason: 'for the committee' });
    expect(String(csv.body)).toContain('levels.closing.high-risk');
    const told = await listAudit(api.db, 'demo', { event: ['report.downloaded'], timeZone: 'UTC' }, [0, 9]);
    expect(told.rows.map(({ line }) => line.after)).toEqual([{ format: 'csv' }, { format: 'pdf' }]);
    expect((await dean.get(`/api/v1/reports/${second.id}/mail`)).body.subject).toContain('worse');
  });
});
