import type { Home } from '@matchwatch/contracts';
import { syntheticRecords } from '@matchwatch/demo';
import { saveRecords } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessCohort, type Client, noon, type RunningApi, season, signIn, startApi } from '../../spec/spec-kit.js';

describe('the first page', () => {
  let api: RunningApi;
  let client: Client;
  beforeAll(async () => {
    api = await startApi();
    client = await signIn(api);
  });
  afterAll(() => api.stop());

  it('of a school without applicants is empty and teaches nothing false', async () => {
    const { status, body } = await client.get('/api/v1/home');
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 0, seasons: [], lastRun: null, dataAsOf: null, since: null });
    expect(body.nextRuns.map(({ kind }: { kind: string }) => kind)).toEqual(['nightly', 'weekly']);
    expect(body.nextRuns[0].at).toBe('2026-11-21T07:00:00.000Z');
  });

  it('counts what its links list, after weeks of runs', async () => {
    for (const day of ['2026-11-02', '2026-11-09', '2026-11-20'] as const) {
      const records = [...syntheticRecords({ count: 60, seed: 7, season, asOf: day === '2026-11-20' ? day : '2026-07-01' })];
      await saveRecords(api.db, 'demo', records, { by: 'Seed', at: noon, knownOn: day, source: 'demo' });
      await assessCohort(api, day);
    }
    const home = (await client.get(`/api/v1/home?season=${season}`)).body as Home;
    const count = async (filter: object) => {
      const { headers } = await client.list('applicants', { filter: { season, ...filter }, range: [0, 0] });
      return Number(headers.get('content-range')?.split('/')[1]);
    };
    expect(home.since).toBe('2026-11-09');
    expect(home.total).toBe(await count({}));
    for (const [level, applicants] of Object.entries(home.levels)) expect(await count({ riskLevel: [level] })).toBe(applicants);
    for (const direction of ['new', 'worse', 'better'] as const) {
      expect(await count({ changedSince: home.since, direction })).toBe(home.changes[direction]);
    }
    expect(home.changes.worse + home.changes.better).toBeGreaterThan(0);
    expect(home.needs.atRiskWithoutAdvisor).toBe(await count({ riskLevel: ['high-risk', 'at-risk'], noAdvisor: true }));
    expect(home.responses.unmet).toBe(await count({ rule: 'care.no-meeting' }));
    expect(home.responses.withoutPlan).toBe(await count({ rule: 'care.no-plan' }));
    expect(home.responses.unreviewed).toBe(await count({ rule: 'care.unreviewed' }));
    const { headers } = await client.list('review-queue', { filter: { season }, range: [0, 0] });
    expect(home.responses.reviews?.all).toBe(Number(headers.get('content-range')?.split('/')[1]));
    expect(home.responses.reviews?.all).toBeGreaterThan(0);
    expect(home.needs.noSpecialty).toBe(await count({ noSpecialty: true }));
    expect(home.needs.stale).toBe(await count({ staleSince: home.needs.staleSince }));
    for (const { applicantType, levels } of home.byType) {
      expect(await count({ applicantType: [applicantType], riskLevel: ['watch'] })).toBe(levels.watch);
    }
    expect(home.trend.map(({ on }) => on)).toEqual(['2026-11-02', '2026-11-09', '2026-11-20']);
    expect(home.first.every(({ riskLevel }) => riskLevel === 'high-risk' || riskLevel === 'at-risk')).toBe(true);
    expect(home.lastRun).toMatchObject({ state: 'published', asOf: '2026-11-20' });
    expect(home.dataAsOf).toBe(home.lastRun?.publishedAt);
  });

  it('of a season nobody is in is not found, and a season that is no year cannot be understood', async () => {
    expect((await client.get('/api/v1/home?season=2031')).status).toBe(404);
    expect((await client.get('/api/v1/home?season=soon')).status).toBe(400);
  });
});
