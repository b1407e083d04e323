import type { ApplicantDetail, ApplicantReviews, QueueCounts, QueuedApplicant, ReviewWrite } from '@matchwatch/contracts';
import { demoAccounts } from '@matchwatch/demo';
import { addDays, asksForReview } from '@matchwatch/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessCohort, type Client, type RunningApi, season, seedApplicants, signIn, startApi, today } from '../../spec/spec-kit.js';

describe('reviews', () => {
  let api: RunningApi;
  let dean: Client;
  let lead: Client;
  beforeAll(async () => {
    api = await startApi();
    await seedApplicants(api, 300);
    await assessCohort(api, today);
    dean = await signIn(api);
    lead = await signIn(
      api,
      demoAccounts.find(({ role }) => role === 'lead-advisor'),
    );
  });
  afterAll(() => api.stop());

  const queue = async (filter: object = {}, client = dean) =>
    (await client.list('review-queue', { filter: { season, ...filter }, range: [0, 99] })).body as QueuedApplicant[];
  const decide = (id: number, revision: number, write: ReviewWrite, client = dean) =>
    client.ask('POST', `/api/v1/applicants/${id}/reviews`, { body: write, headers: { 'if-match': `"${revision}"` } });
  const seen = ({ flags }: QueuedApplicant) => flags.map(({ id, level }) => ({ id, level }));
  const first = async (): Promise<QueuedApplicant> => (await queue())[0] as QueuedApplicant;

  it('wait in a queue, the most urgent first, each with its three parts and its reasons', async () => {
    const rows = await queue();
    expect(rows.length).toBeGreaterThan(10);
    const totals = rows.map(({ urgency }) => urgency.total);
    expect(totals).toEqual([...totals].sort((a, b) => b - a));
    for (const { urgency, flags, level } of rows) {
      expect(urgency.total).toBeCloseTo(urgency.level * urgency.nearness * urgency.age, 10);
      expect(flags.length).toBeGreaterThan(0);
      expect(flags.every((flag) => asksForReview(flag) && flag.since !== null)).toBe(true);
      expect(flags.some((flag) => flag.level === level)).toBe(true);
    }
    const counts = (await dean.get(`/api/v1/review-queue/counts?filter=${JSON.stringify({ season })}`)).body as QueueCounts;
    expect(counts.all).toBe(rows.length);
    expect(counts.urgent).toBe((await queue({ level: 'urgent' })).length);
    expect(counts.unassigned).toBe((await queue({ unassigned: true })).length);
    expect(counts.flags).toBe(rows.reduce((sum, { flags }) => sum + flags.length, 0));
  });

  it('are agreed to all at once, which takes the applicant out of the queue and orders a reassessment', async () => {
    const row = await first();
    const { status, body, headers } = await decide(row.id, row.revision, { decision: { kind: 'agree' }, flags: seen(row) });
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe(`"${row.revision + 1}"`);
    const { flags } = body as ApplicantReviews;
    expect(flags.filter(asksForReview).every(({ since, review }) => since === null && review?.state === 'agreed')).toBe(true);
    expect((await queue()).map(({ id }) => id)).not.toContain(row.id);
    const [run] = await api.db.query(`select applicant_ids as ids, kind from run where slot = $1`, [
      `review:${row.id}:r${row.revision + 1}`,
    ]);
    expect(run).toEqual({ kind: 'reassess', ids: [row.id] });
    const [line] = await api.db.query(`select line from audit_line where event = 'review.decided' and applicant_id = $1`, [row.id]);
    expect(line.line.because).toBe('role');
    expect(line.line.after.map(({ state }: { state: string }) => state)).toEqual(row.flags.map(() => 'agreed'));
    const detail = (await dean.get(`/api/v1/applicants/${row.id}`)).body as ApplicantDetail;
    expect(detail.reviewRevision).toBe(row.revision + 1);
    expect(detail.flags.find(({ id }) => id === row.flags[0]?.id)?.review).toMatchObject({ state: 'agreed', by: 'Margaret Whitfield' });
  });

  it('tell whoever comes second who was first, and overwrite nothing', async () => {
    const row = await first();
    const flags = seen(row).slice(0, 1);
    expect((await decide(row.id, row.revision, { decision: { kind: 'disagree', because: 'context' }, flags })).status).toBe(200);
    const second = await decide(row.id, row.revision, { decision: { kind: 'agree' }, flags }, lead);
    // The lead advises some; who is outside is not there.
    expect([404, 412]).toContain(second.status);
    const again = await decide(row.id, row.revision, { decision: { kind: 'agree' }, flags });
    expect(again.status).toBe(412);
    expect(again.body).toMatchObject({ type: 'urn:matchwatch:problem:version-conflict', currentVersion: row.revision + 1 });
    expect(again.body.detail).toMatch(/^Margaret Whitfield has disagreed with “/);
    const { body } = await dean.get(`/api/v1/applicants/${row.id}/review-history`);
    expect(body).toMatchObject([{ decision: 'disagree', because: 'context', by: 'Margaret Whitfield' }]);
  });

  it('refuse a flag that has risen since it was looked at, one that has closed, and moves that do not exist', async () => {
    const row = await first();
    const [flag] = row.flags;
    const seenAt = async (level: 'watch' | 'act', id = flag?.id ?? 0) =>
      decide(row.id, row.revision, { decision: { kind: 'agree' }, flags: [{ id, level }] });
    const risen = await seenAt('watch');
    expect([risen.status, risen.body.detail]).toEqual([409, expect.stringContaining('has risen since you looked')]);
    const gone = await seenAt('act', 2_000_000_000);
    expect([gone.status, gone.body.detail]).toEqual([409, expect.stringContaining('has closed meanwhile')]);
    const reopened = await decide(row.id, row.revision, { decision: { kind: 'reopen' }, flags: seen(row) });
    expect(reopened.status).toBe(409);
    // All of them or none: the revision is as it was.
    expect((await queue()).find(({ id }) => id === row.id)?.revision).toBe(row.revision);
  });

  it.each<[string, ReviewWrite['decision'], string]>([
    ['another reason without words', { kind: 'disagree', because: 'other' }, 'decision.note'],
    ['a snooze to today', { kind: 'snooze', until: today }, 'decision.until'],
    ['a snooze to next year', { kind: 'snooze', until: addDays(today, 300) }, 'decision.until'],
    ['somebody who may not review', { kind: 'assign', to: 2_000_000_000 }, 'decision.to'],
  ])('refuse %s by its field', async (_, decision, path) => {
    const row = await first();
    const { status, body } = await decide(row.id, row.revision, { decision, flags: seen(row) });
    expect([status, body.issues?.[0]?.path]).toEqual([422, path]);
  });

  it('that were put off come back on their day', async () => {
    const row = await first();
    const until = addDays(today, 5);
    expect((await decide(row.id, row.revision, { decision: { kind: 'snooze', until }, flags: seen(row) })).status).toBe(200);
    expect((await queue()).map(({ id }) => id)).not.toContain(row.id);
    const before = api.clock.now;
    api.clock.now = new Date(`${until}T17:00:00Z`);
    const back = (await queue({}, await signIn(api))).find(({ id }) => id === row.id);
    api.clock.now = before;
    // To sign in that late ended the sessions of today.
    dean = await signIn(api);
    expect(back?.since).toBe(until);
    expect(back?.flags.every(({ review }) => review?.state === 'unreviewed' && review.decided === 'snoozed')).toBe(true);
  });

  it('are assigned to and escalated to people who may review them, who find them in theirs', async () => {
    const row = await first();
    const { body: reviewers } = await dean.get(`/api/v1/applicants/${row.id}/reviewers`);
    expect(reviewers).toContainEqual(expect.objectContaining({ id: dean.session.user.id, because: 'role' }));
    const to = dean.session.user.id;
    expect((await queue({ mine: true })).map(({ id }) => id)).not.toContain(row.id);
    await decide(row.id, row.revision, { decision: { kind: 'assign', to }, flags: seen(row) });
    expect((await queue({ mine: true })).map(({ id }) => id)).toContain(row.id);
    await decide(row.id, row.revision + 1, { decision: { kind: 'escalate', to, note: 'Needs a dean' }, flags: seen(row) });
    const [escalated] = await queue({ escalatedToMe: true });
    expect(escalated).toMatchObject({ id: row.id, revision: row.revision + 2 });
    expect(escalated?.flags[0]?.review).toMatchObject({ state: 'escalated', note: 'Needs a dean', assignedTo: { id: to } });
  });

  it('say on which revision they are based, or are refused', async () => {
    const row = await first();
    const write = { decision: { kind: 'agree' }, flags: seen(row) };
    expect((await dean.ask('POST', `/api/v1/applicants/${row.id}/reviews`, { body: write })).status).toBe(428);
  });

  it('are listed as verdicts by the number behind them', async () => {
    const { body, headers } = await dean.list('verdicts', { filter: { key: 'exam.pass-mark.step2ck' }, range: [0, 99] });
    expect(headers.get('content-range')).toMatch(/^verdicts /);
    expect(body.every(({ state }: { state: string }) => state === 'agreed' || state === 'disagreed')).toBe(true);
    const everything = (
      await dean.list('verdicts', { filter: { rule: [...new Set((body as { code: string }[]).map(({ code }) => code))] } })
    ).body;
    expect(everything.length).toBeGreaterThanOrEqual(Math.min(body.length, 25));
  });
});
