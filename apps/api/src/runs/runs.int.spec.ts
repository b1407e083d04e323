import { type RiskLevel, riskRank } from '@matchwatch/domain';
import { createRun, findRecord, saveRecord, sql } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  assessCohort,
  assessRun,
  type Client,
  noon,
  publishAssessed,
  type RunningApi,
  season,
  seedApplicants,
  signIn,
  startApi,
} from '../../spec/spec-kit.js';

describe('runs', () => {
  let api: RunningApi;
  let client: Client;
  beforeAll(async () => {
    api = await startApi();
    await seedApplicants(api);
    client = await signIn(api);
  });
  afterAll(() => api.stop());

  let slots = 0;
  /** A run of everybody as of today, published. */
  async function assess(): Promise<number> {
    const run = { season, kind: 'manual', asOf: '2026-11-20', policyVersion: '-', rulesDigest: '-', requestedBy: 'spec' } as const;
    const { id } = await createRun(api.db, 'demo', { ...run, slot: `spec:${++slots}` });
    await assessRun(api, id);
    await publishAssessed(api, id);
    return id;
  }
  const post = (path: string, body: unknown = {}) => client.ask('POST', `/api/v1/runs${path}`, { body });

  it('are asked for once, however often it is clicked', async () => {
    const replies = await Promise.all([post('', { season }), post('', { season }), post('', { season })]);
    expect(replies.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    const run = replies[0].body;
    expect(run).toMatchObject({
      season,
      kind: 'manual',
      slot: '2026-11-20.1',
      state: 'queued',
      asOf: '2026-11-20',
      requestedBy: 'Margaret Whitfield',
    });
    expect((await post(`/${run.id}/cancel`, { reason: 'wrong day' })).body).toMatchObject({
      state: 'cancelled',
      reason: 'Cancelled by Margaret Whitfield: wrong day',
    });
    expect((await post('', { season })).body.slot).toBe('2026-11-20.2');
  });

  it.each([
    ['a day that has not come', { season, asOf: '2026-11-21' }, 'asOf'],
    ['a season nobody is in', { season: 2031 }, 'season'],
    ['a season that is none', { season: 1 }, 'season'],
  ])('are refused for %s', async (_, body, path) => {
    const reply = await post('', body);
    expect(reply.status).toBe(422);
    expect(reply.body.issues[0].path).toBe(path);
  });

  it('are listed, narrowed and read with what changed', async () => {
    const id = await assessCohort(api, '2026-11-13');
    const { body, headers } = await client.list('runs', { filter: { season, kind: ['weekly'] }, sort: ['asOf', 'DESC'] });
    expect(headers.get('content-range')).toBe('runs 0-0/1');
    expect(body[0]).toMatchObject({ id, state: 'published', counts: { population: 60, assessed: 60 } });
    const { body: detail } = await client.get(`/api/v1/runs/${id}`);
    expect(detail.changes).toHaveLength(60);
    const ranks = detail.changes.map(({ to }: { to: RiskLevel }) => riskRank[to]);
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    expect(detail.changes[0]).toMatchObject({
      from: null,
      setBy: expect.arrayContaining([expect.stringMatching(/^[a-z0-9]+\.[a-z0-9-]+$/)]),
    });
    expect(detail.problems).toEqual([]);
    expect((await post(`/${id}/cancel`)).status).toBe(409);
    expect((await client.get('/api/v1/runs/999')).status).toBe(404);
  });

  it('that are held wait for a person, who approves or discards', async () => {
    const hold = async (slot: string) => {
      const { id } = await createRun(api.db, 'demo', {
        season,
        kind: 'weekly',
        slot,
        asOf: '2026-11-20',
        policyVersion: 'x',
        rulesDigest: 'x',
        requestedBy: 'schedule',
      });
      await api.db.query(`update run set state = 'held', reason = 'The cohort shrank.' where id = $1`, [id]);
      return id;
    };
    expect((await post(`/${await hold('a')}/approve`)).body).toMatchObject({
      state: 'closed',
      reason: 'The cohort shrank.\nApproved by Margaret Whitfield.',
    });
    expect((await post(`/${await hold('b')}/discard`)).body.state).toBe('cancelled');
  });

  it('are compared: both sides, and whom the later one answers otherwise, with what made it so', async () => {
    const before = await assess();
    const [changed] = await sql<{ id: number; name: string }>(
      api.db,
      'demo',
      `select applicant_id as id, concat_ws(' ', coalesce(preferred_name, given_name), family_name) as name
       from applicant_summary where school_id = 'demo' and season = $1 and risk_level = 'on-track' order by applicant_id limit 1`,
      [season],
    );
    const id = changed?.id ?? Number.NaN;
    const standing = await findRecord(api.db, 'demo', id);
    if (!standing) throw new Error('somebody is on track');
    const { version, record } = standing;
    const exams = [{ exam: 'step2ck' as const, takenOn: '2026-07-01' as const, score: 196, outcome: 'fail' as const }];
    await api.db.transaction((tx) =>
      saveRecord(tx, 'demo', id, version, { ...record, exams }, { by: 'spec', at: noon, knownOn: '2026-11-20', source: 'screen' }),
    );
    const after = await assess();

    const { status, body } = await client.get(`/api/v1/runs/${after}/comparison`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      before: { id: before },
      after: { id: after },
      total: 1,
      moves: { worse: 1, better: 0, other: 0, sameLevel: 0 },
    });
    expect(body.changes).toHaveLength(1);
    expect(body.changes[0]).toMatchObject({ applicantId: id, name: changed?.name, from: 'on-track' });
    expect(body.changes[0].findings).toContainEqual({ code: expect.stringMatching(/^exam\./), from: null, to: expect.any(String) });
    const turned = await client.get(
      `/api/v1/runs/${before}/comparison?filter=${encodeURIComponent(JSON.stringify({ with: after }))}&range=[1,50]`,
    );
    expect(turned.body).toMatchObject({ before: { id: before }, after: { id: after }, total: 1, changes: [] });
    expect((await client.get(`/api/v1/runs/${after}`)).body.before).toBe(before);

    await sql(api.db, 'demo', `update run set state = 'held', published_at = null where school_id = 'demo' and id = $1`, [after]);
    expect((await client.get(`/api/v1/runs/${after}/comparison`)).body, 'what it would change').toMatchObject({ total: 1 });
  });

  it('cannot be compared before they are counted, with a trial, or with nothing before them', async () => {
    const { body: asked } = await post('', { season, asOf: '2026-11-18' });
    expect((await client.get(`/api/v1/runs/${asked.id}/comparison`)).status).toBe(409);
    await post(`/${asked.id}/cancel`);
    const [first] = await sql<{ id: number }>(
      api.db,
      'demo',
      `select min(id) as id from run where school_id = 'demo' and state = 'published'`,
    );
    expect((await client.get(`/api/v1/runs/${first?.id}/comparison`)).status).toBe(404);
    expect((await client.get('/api/v1/runs/99999/comparison')).status).toBe(404);
  });

  it('that left somebody out are tried again for these only, once, and the audit says so', async () => {
    const id = await assess();
    expect((await post(`/${id}/retry`)).status, 'nobody was left out').toBe(409);
    const [one] = await api.db.query(`select id from applicant where school_id = 'demo' and season = $1 order by id limit 1`, [season]);
    await sql(
      api.db,
      'demo',
      `insert into run_problem (school_id, run_id, chunk_no, applicant_id, message) values ('demo', $1, 1, $2, 'broke')`,
      [id, one.id],
    );
    await sql(
      api.db,
      'demo',
      `update run_chunk set state = 'failed', last_id = $2 + 9, first_id = $2 where school_id = 'demo' and run_id = $1`,
      [id, one.id],
    );
    const [first, second] = await Promise.all([post(`/${id}/retry`), post(`/${id}/retry`)]);
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.body.id).toBe(first.body.id);
    expect(first.body).toMatchObject({ kind: 'retry', retryOf: id, asOf: '2026-11-20', state: 'queued', slot: `${id}.1` });
    const [{ ids }] = await api.db.query('select applicant_ids as ids from run where id = $1', [first.body.id]);
    expect(ids).toHaveLength(10);
    expect((await client.get(`/api/v1/runs/${id}`)).body.retry).toEqual({ id: first.body.id, state: 'queued', outcome: null });
    const lines = await sql<{ line: object }>(
      api.db,
      'demo',
      `select line from audit_line where school_id = 'demo' and event = 'run.retried'`,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]?.line).toMatchObject({ subject: `run ${id}`, after: { run: first.body.id, applicants: 10 } });
    expect((await post(`/${first.body.id}/retry`)).status, 'it still moves').toBe(409);
    await post(`/${first.body.id}/cancel`);
    expect((await post(`/${id}/retry`)).body.slot).toBe(`${id}.2`);
  });

  describe('as a stream', () => {
    /** Reads a stream until its text satisfies, or it ends. */
    async function listen(until: (text: string) => boolean, meanwhile: () => Promise<unknown>): Promise<{ text: string; ended: boolean }> {
      const response = await fetch(`${api.url}/api/v1/runs/stream`, { headers: { cookie: client.cookie } });
      expect(response.headers.get('content-type')).toContain('text/event-stream');
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      const decoder = new TextDecoder();
      let text = '';
      const done = meanwhile();
      for (;;) {
        const { value, done: ended } = await reader.read();
        if (ended) return { text, ended };
        text += decoder.decode(value, { stream: true });
        if (until(text)) {
          await done;
          await reader.cancel();
          return { text, ended: false };
        }
      }
    }

    it('tell how a run stands when one begins to listen, each step, and how it ended', async () => {
      const { body: run } = await post('', { season, asOf: '2026-11-19' });
      const { text } = await listen(
        (sofar) => sofar.includes('"cancelled"'),
        async () => {
          await new Promise((resolve) => setTimeout(resolve, 600));
          await post(`/${run.id}/cancel`);
        },
      );
      const heard = text
        .split('\n\n')
        .filter((event) => event.includes('event: run'))
        .map((event) => JSON.parse(event.split('data: ')[1] ?? ''))
        .filter(({ id }) => id === run.id);
      expect(heard.map(({ state }) => state)).toEqual(['queued', 'cancelled']);
      expect(heard[0]).toEqual({
        id: run.id,
        season,
        kind: 'manual',
        state: 'queued',
        chunks: { total: 0, done: 0 },
        assessed: 0,
        population: 0,
      });
    });

    it('end when the person signs out', async () => {
      const { ended } = await listen(
        () => false,
        async () => {
          await new Promise((resolve) => setTimeout(resolve, 100));
          await client.ask('DELETE', '/api/v1/session');
        },
      );
      expect(ended).toBe(true);
      client = await signIn(api);
    });
  });
});
