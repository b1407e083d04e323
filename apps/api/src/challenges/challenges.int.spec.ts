import { randomBytes } from 'node:crypto';
import type { ApplicantDetail, Challenge, ListedApplicant } from '@matchwatch/contracts';
import { type ApplicantRecord, addDays, type Role } from '@matchwatch/domain';
import { giveRelation, listAudit, savePerson, saveRecords } from '@matchwatch/store';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { assessCohort, type Client, noon, type RunningApi, season, seedOtherSchool, signIn, startApi, today } from '../../spec/spec-kit.js';

const receivedOn = '2026-11-02';
const failed: ApplicantRecord = {
  externalId: 'C-1',
  name: { given: 'Cleo', family: 'Marsh' },
  season,
  applicantType: 'us-md',
  advisor: 'helen.marsh@example.edu',
  exams: [{ exam: 'step2ck', takenOn: '2026-08-01', outcome: 'fail', score: 205 }],
  redFlags: [{ kind: 'leave', from: '2025-01-01', to: '2025-03-01' }],
};

describe('a challenge', () => {
  let api: RunningApi;
  let dean: Client;
  let applicantId: number;
  let serial = 0;

  const as = async (role: Role, email: string) => {
    const password = randomBytes(9).toString('hex');
    const { id } = await savePerson(api.db, 'demo', { email, name: `The ${role}`, role, password });
    return { id, client: await signIn(api, { email, password }) };
  };
  const write = (client: Client, body: object = {}, id = applicantId) =>
    client.ask('POST', `/api/v1/applicants/${id}/challenges`, {
      body: {
        subject: { kind: 'fact', about: 'exams' },
        contested: 'Step 2 CK 205',
        says: 'It was 215.\nThe report was corrected.',
        receivedOn,
        ...body,
      },
    });
  const written = async (body: object = {}): Promise<Challenge> => {
    const { status, body: challenge } = await write(dean, body);
    expect(status).toBe(201);
    return challenge;
  };
  const page = async (client: Client = dean): Promise<ApplicantDetail> => (await client.get(`/api/v1/applicants/${applicantId}`)).body;
  const listed = async (client: Client, filter: object = {}): Promise<number[]> =>
    ((await client.list('challenges', { filter: { applicantId, ...filter } })).body as Challenge[]).map(({ id }) => id);
  const save = async (record: ApplicantRecord, version: number, more: object = {}) =>
    dean.ask('PUT', `/api/v1/applicants/${applicantId}/record`, { body: { record, ...more }, headers: { 'if-match': `"${version}"` } });
  const step = (client: Client, id: number, to: string, body: object) => client.ask('POST', `/api/v1/challenges/${id}/${to}`, { body });

  beforeAll(async () => {
    api = await startApi();
    dean = await signIn(api);
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    const record = { ...failed, externalId: `C-${++serial}` };
    const [saved] = await saveRecords(api.db, 'demo', [record], { by: 'Seed', at: noon, knownOn: today, source: 'demo' });
    applicantId = saved?.id ?? 0;
  });

  it('is written down with its clock, in the audit, and stands on the page', async () => {
    const challenge = await written();
    expect(challenge).toMatchObject({
      state: 'open',
      receivedOn,
      dueOn: addDays(receivedOn, 45),
      overdue: false,
      recordVersion: 1,
      runId: null,
    });
    expect(challenge.says).toBe('It was 215.\nThe report was corrected.');
    expect((await page()).challenges).toEqual([challenge]);
    const { rows } = await listAudit(api.db, 'demo', { applicantId, event: ['challenge.recorded'], timeZone: 'UTC' }, [0, 0]);
    expect(rows[0]?.line).toMatchObject({ subject: `challenge ${challenge.id}`, after: { kind: 'fact', receivedOn } });
    expect(JSON.stringify(rows[0]?.line)).not.toContain('215');
  });

  it('is refused when it is about nothing, or from tomorrow', async () => {
    for (const body of [
      { subject: { kind: 'fact', about: 'ssn' } },
      { subject: { kind: 'finding', about: 'no.rule' } },
      { receivedOn: addDays(today, 1) },
      { says: ' \n ' },
      { contested: '' },
    ]) {
      expect((await write(dean, body)).status, JSON.stringify(body)).toBe(422);
    }
    expect((await write(dean, {}, 2_000_000_000)).status).toBe(404);
  });

  it('is overdue after its last day, on the list and on the first page', async () => {
    const late = await written({ receivedOn: addDays(today, -46) });
    const inTime = await written({ receivedOn: addDays(today, -45) });
    expect([late.overdue, inTime.overdue]).toEqual([true, false]);
    expect(await listed(dean, { overdue: true })).toEqual([late.id]);
    expect(await listed(dean)).toEqual([late.id, inTime.id]);
    const before = (await dean.get('/api/v1/home')).body.needs.challengesOverdue;
    await step(dean, late.id, 'decline', { reason: 'The report says 205' });
    expect((await dean.get('/api/v1/home')).body.needs.challengesOverdue).toBe(before - 1);
  });

  it('is answered by the ordinary edit of the record, with the reassessment that follows', async () => {
    const { id } = await written();
    const { record, version } = await page();
    const kept = { ...record, redFlags: [] };
    const elsewhere = await save(kept, version, { challengeId: id });
    expect(elsewhere.status).toBe(422);
    expect(elsewhere.body.issues).toEqual([{ path: 'challengeId', reason: 'is about something that this change leaves as it is' }]);
    expect((await page()).version).toBe(version);

    const corrected = { ...record, exams: [{ exam: 'step2ck', takenOn: '2026-08-01', outcome: 'pass', score: 215 }] } as ApplicantRecord;
    const saved = await save(corrected, version, { challengeId: id });
    expect(saved.status).toBe(200);
    const [challenge] = (saved.body as ApplicantDetail).challenges;
    expect(challenge).toMatchObject({ id, state: 'corrected', correctedVersion: version + 1, decidedBy: dean.session.user.name });
    const run = await dean.get(`/api/v1/runs/${challenge?.runId}`);
    expect(run.body).toMatchObject({ kind: 'reassess', slot: `edit:${applicantId}:v${version + 1}` });
    expect((await save({ ...corrected, exams: [] }, version + 1, { challengeId: id })).body.issues[0].reason).toBe('was corrected already');
    const { rows } = await listAudit(api.db, 'demo', { applicantId, event: ['challenge.corrected'], timeZone: 'UTC' }, [0, 9]);
    expect(rows).toHaveLength(1);
  });

  it('is no one else’s: a change cannot answer what another applicant contests', async () => {
    const { id } = await written();
    const other: ApplicantRecord = { ...failed, externalId: `C-${++serial}` };
    const [saved] = await saveRecords(api.db, 'demo', [other], { by: 'Seed', at: noon, knownOn: today, source: 'demo' });
    applicantId = saved?.id ?? 0;
    expect((await save({ ...other, exams: [] }, 1, { challengeId: id })).status).toBe(422);
  });

  it('can be said to be corrected by a version that came otherwise, and by none before it', async () => {
    const { id } = await written();
    const { record, version } = await page();
    expect((await step(dean, id, 'correct', { version })).status).toBe(422);
    expect((await step(dean, id, 'correct', { version: version + 1 })).status).toBe(422);
    await save({ ...record, exams: [] }, version);
    const { status, body } = await step(dean, id, 'correct', { version: version + 1 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'corrected', correctedVersion: version + 1 });
    expect((await dean.get(`/api/v1/runs/${body.runId}`)).body.slot).toBe(`edit:${applicantId}:v${version + 1}`);
    expect((await step(dean, id, 'correct', { version: version + 1 })).status).toBe(409);
  });

  it('that is declined keeps the applicant’s statement wherever what it is about is shown or exported', async () => {
    const { id } = await written();
    expect((await step(dean, id, 'statement', { statement: 'Too early' })).status).toBe(409);
    const declined = await step(dean, id, 'decline', { reason: 'The score report says 205', statement: 'I asked for a rescore.' });
    expect(declined.body).toMatchObject({ state: 'declined', reason: 'The score report says 205', statement: 'I asked for a rescore.' });
    expect((await step(dean, id, 'decline', { reason: 'again' })).status).toBe(409);
    const stated = await step(dean, id, 'statement', { statement: '=I asked twice.' });
    expect(stated.body).toMatchObject({ state: 'declined', reason: 'The score report says 205', statement: '=I asked twice.' });
    expect((await page()).challenges[0]?.statement).toBe('=I asked twice.');

    const exported = async (columns: string[]) => {
      const { body } = await dean.ask('POST', '/api/v1/applicants/export', {
        body: { filter: { id: [applicantId] }, columns, reason: 'spec' },
      });
      return (parse(body, { columns: true }) as Record<string, string>[])[0]?.['Contested by the applicant'];
    };
    expect(await exported(['step2Score'])).toContain('their statement: “=I asked twice.”');
    expect(await exported(['advisor'])).toBe('');
  });

  it('to a finding is shown to whom the risk is open, and to no one else', async () => {
    await assessCohort(api, '2026-11-19');
    const about = { kind: 'finding', about: 'exam.step2-failed' };
    const finding = await written({ subject: about, contested: 'Step 2 CK was not passed' });
    const restricted = await written({ subject: { kind: 'finding', about: 'care.wellbeing' }, contested: 'I asked for no help' });
    const leave = await written({ subject: { kind: 'fact', about: 'redFlags' }, contested: 'A leave' });
    const exam = await written();

    const steward = (await as('data-steward', `steward.${serial}@example.edu`)).client;
    const administrator = (await as('administrator', `administrator.${serial}@example.edu`)).client;
    const assessor = await as('assessor', `assessor.${serial}@example.edu`);
    const target = { kind: 'applicant', applicantId } as const;
    await giveRelation(api.db, 'demo', { personId: assessor.id, relation: 'assesses', target, fromOn: today }, assessor.id, noon);
    const shown = async (client: Client) => (await page(client)).challenges.map(({ id }) => id).sort((a, b) => a - b);
    expect(await shown(dean)).toEqual([finding.id, restricted.id, leave.id, exam.id]);
    expect(await shown(administrator)).toEqual([finding.id, leave.id, exam.id]);
    expect(await shown(steward)).toEqual([leave.id, exam.id]);
    expect(await shown(assessor.client)).toEqual([exam.id]);

    const marked = async (client: Client) =>
      ((await client.list('applicants', { filter: { id: [applicantId] } })).body as ListedApplicant[]).map(({ contested }) => contested);
    expect([await marked(dean), await marked(administrator), await marked(steward), await marked(assessor.client)]).toEqual([
      [4],
      [3],
      [2],
      [1],
    ]);

    const sorted = async (client: Client) => (await listed(client)).sort((a, b) => a - b);
    expect(await sorted(administrator)).toEqual([finding.id, leave.id, exam.id]);
    expect(await sorted(steward)).toEqual([leave.id, exam.id]);
    expect((await step(administrator, restricted.id, 'decline', { reason: 'spec' })).status).toBe(404);
    expect((await write(steward, { subject: about })).status).toBe(422);
    expect((await write(steward)).status).toBe(201);
  });

  it('of another school is not there', async () => {
    const { id } = await written();
    const { account } = await seedOtherSchool(api);
    const other = await signIn(api, account);
    expect((await step(other, id, 'decline', { reason: 'spec' })).status).toBe(404);
    expect((await other.list('challenges')).body).toEqual([]);
  });
});
