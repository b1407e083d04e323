import { randomBytes } from 'node:crypto';
import type { ApplicantRow, BulkAnswer } from '@matchwatch/contracts';
import { giveRelation, listAudit, listTasksOf, savePerson } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessCohort, type Client, type RunningApi, season, seedApplicants, signIn, startApi, today } from '../../spec/spec-kit.js';

const task = { title: 'Ask for the letter', owner: 'advisor', ownerId: null, dueOn: '2026-12-01', remindOn: null, phase: null };
const meeting = {
  state: 'held',
  kind: 'group',
  on: today,
  at: null,
  minutes: 45,
  staffIds: [],
  others: [],
  topics: [],
  note: 'The evening about letters.',
  restricted: false,
  nextStep: null,
  nextOn: null,
  advised: [],
};

describe('one thing for everybody a filter shows', () => {
  let api: RunningApi;
  let dean: Client;
  let rows: ApplicantRow[];
  const filter = { season };
  const key = () => randomBytes(12).toString('hex');
  const ask = (client: Client, body: object, header: string | undefined = key()) =>
    client.ask('POST', '/api/v1/applicants/bulk', { body, ...(header && { headers: { 'idempotency-key': header } }) });
  const tasksOf = async (id: number) => (await listTasksOf(api.db, 'demo', id)).filter(({ title }) => title === task.title);

  beforeAll(async () => {
    api = await startApi();
    await seedApplicants(api, 40);
    await assessCohort(api, today);
    dean = await signIn(api);
    rows = (await dean.list('applicants', { filter, range: [0, 199] })).body;
  });
  afterAll(() => api.stop());

  it('is done for all of them, beyond the page, and told one by one', async () => {
    const { status, body } = await ask(dean, { filter, expected: rows.length, action: { kind: 'task', task } });
    expect(status, JSON.stringify(body)).toBe(200);
    const answer = body as BulkAnswer;
    expect(answer).toMatchObject({ repeated: false, done: rows.length });
    expect(answer.rows.map(({ applicantId }) => applicantId).sort((a, b) => a - b)).toEqual(rows.map(({ id }) => id).sort((a, b) => a - b));
    for (const { applicantId, madeId, outcome, reason } of answer.rows) {
      expect({ outcome, reason }).toEqual({ outcome: 'done', reason: null });
      expect((await tasksOf(applicantId)).map(({ id }) => id)).toEqual([madeId]);
    }
    const audit = await listAudit(api.db, 'demo', { event: ['bulk.asked'], timeZone: 'UTC' }, [0, 0]);
    expect(audit.rows[0]?.line).toMatchObject({
      subject: `bulk ${answer.id}`,
      after: { kind: 'task', done: rows.length, refused: 0, filter },
    });
    expect((await listAudit(api.db, 'demo', { event: ['task.added'], timeZone: 'UTC' }, [0, 0])).total).toBe(rows.length);
  });

  it('happens once under one key, however often and at once it is sent; the key is for that alone', async () => {
    const one = rows[0] as ApplicantRow;
    const before = (await tasksOf(one.id)).length;
    const name = key();
    const body = { filter: { id: [one.id] }, expected: 1, action: { kind: 'task', task } };
    const answers = await Promise.all([1, 2, 3].map(() => ask(dean, body, name)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
    expect(answers.filter(({ body: { repeated } }) => !repeated)).toHaveLength(1);
    expect(await tasksOf(one.id)).toHaveLength(before + 1);
    expect((await ask(dean, { ...body, action: { kind: 'meeting', meeting } }, name)).status).toBe(422);
    expect((await ask(dean, body, '')).status).toBe(428);
    expect((await ask(dean, body, 'short')).status).toBe(400);
  });

  it('is refused whole when others fit than whoever asks was told', async () => {
    const total = (await listAudit(api.db, 'demo', { event: ['task.added'], timeZone: 'UTC' }, [0, 0])).total;
    const { status, body } = await ask(dean, { filter, expected: rows.length - 1, action: { kind: 'task', task } });
    expect(status).toBe(409);
    expect(body.detail).toContain(`${rows.length} applicants fit by now, not ${rows.length - 1}`);
    expect((await listAudit(api.db, 'demo', { event: ['task.added'], timeZone: 'UTC' }, [0, 0])).total).toBe(total);
  });

  it('is checked for each: one behind the wall is refused with the reason, outside the scope nobody is there', async () => {
    const password = randomBytes(9).toString('hex');
    const advisor = rows.find((row) => row.advisor)?.advisor as string;
    const mine = rows.filter((row) => row.advisor === advisor);
    const { id } = await savePerson(api.db, 'demo', { email: advisor, name: 'An Advisor', role: 'advisor', password });
    const { id: giver } = await savePerson(api.db, 'demo', { email: 'giver@example.edu', name: 'Giver', role: 'dean', password });
    const [walled] = mine as [ApplicantRow];
    const relation = { personId: id, relation: 'assesses', target: { kind: 'applicant', applicantId: walled.id }, fromOn: today } as const;
    await giveRelation(api.db, 'demo', relation, giver, api.clock.now);
    const client = await signIn(api, { email: advisor, password });
    const { status, body } = await ask(client, { filter, expected: mine.length, action: { kind: 'meeting', meeting } });
    expect(status, JSON.stringify(body)).toBe(200);
    const answer = body as BulkAnswer;
    expect(answer.done).toBe(mine.length - 1);
    expect(answer.rows.map(({ applicantId }) => applicantId).sort((a, b) => a - b)).toEqual(
      mine.map((row) => row.id).sort((a, b) => a - b),
    );
    expect(answer.rows.filter(({ outcome }) => outcome === 'refused')).toEqual([
      expect.objectContaining({
        applicantId: walled.id,
        madeId: null,
        reason: expect.stringContaining('you grade or promote this person'),
      }),
    ]);
  });

  it('names a field that nobody could be helped by', async () => {
    const wrong = { ...task, owner: 'person', ownerId: 2_000_000 };
    expect(await ask(dean, { filter, expected: rows.length, action: { kind: 'task', task: wrong } })).toMatchObject({
      status: 422,
      body: { issues: [{ path: 'action.task.ownerId' }] },
    });
  });
});
