import { type RiskLevel, riskRank } from '@matchwatch/domain';
import { createRun } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessCohort, type Client, type RunningApi, season, seedApplicants, signIn, startApi } from '../../spec/spec-kit.js';

describe('runs', () => {
  let api: RunningApi;
  let client: Client;
  beforeAll(async () => {
    api = await startApi();
    await seedApplicants(api);
    client = await signIn(api);
  });
  afterAll(() => api.stop());

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
