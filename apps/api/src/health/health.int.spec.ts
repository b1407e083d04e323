import { sql } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type RunningApi, signIn, startApi } from '../../spec/spec-kit.js';

describe('operations', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('say that the process runs and whether it can serve', async () => {
    expect((await ask(api, 'GET', '/healthz')).body).toEqual({ status: 'ok' });
    const ready = await ask(api, 'GET', '/readyz');
    expect(ready.status).toBe(200);
    expect(ready.body).toEqual({
      status: 'ready',
      checks: {
        database: { ok: true },
        migrations: { ok: true },
        queue: { ok: true },
        schedules: { ok: true },
        mail: { ok: true },
        backups: { ok: true },
      },
    });
  });

  it('say that something scheduled is overdue, and serve all the same', async () => {
    const later = await startApi();
    await sql(later.db, 'demo', `update schedule set since = '2026-11-01' where school_id = 'demo' and kind = 'nightly'`);
    try {
      const { status, body } = await ask(later, 'GET', '/readyz');
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'degraded', checks: { schedules: { ok: false, reason: 'nightly not-started (1 school)' } } });
    } finally {
      await later.stop();
    }
  });

  it('name a migration that has not run', async () => {
    await api.db.query(`update schema_migration set name = 'x' || name where name like 'School%'`);
    const { status, body } = await ask(api, 'GET', '/readyz');
    await api.db.query(`update schema_migration set name = substr(name, 2) where name like 'xSchool%'`);
    expect(status).toBe(503);
    expect(body.checks.migrations).toEqual({ ok: false, reason: '1 to run: School1764000000001' });
  });

  it('count requests by route and runs by state', async () => {
    await (await signIn(api)).get('/api/v1/applicants/77');
    const { body } = await ask(api, 'GET', '/metrics');
    expect(body).toContain('http_request_duration_seconds_count{method="GET",route="/api/v1/applicants/:id",status="404"} 1');
    expect(body).toContain('# TYPE matchwatch_runs gauge');
    expect(body).toContain('process_cpu_seconds_total');
  });

  it('give each request an id, or keep the one it came with', async () => {
    expect((await ask(api, 'GET', '/api/none')).headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
    const kept = await ask(api, 'GET', '/api/none', { headers: { 'x-request-id': 'from-the-proxy-1' } });
    expect(kept.headers.get('x-request-id')).toBe('from-the-proxy-1');
    expect(kept.body.instance).toBe('urn:request:from-the-proxy-1');
    expect((await ask(api, 'GET', '/api/none', { headers: { 'x-request-id': 'a b <c>' } })).headers.get('x-request-id')).not.toContain('<');
  });

  it('log what was asked by template, never what was searched for or who proves to be whom', async () => {
    const client = await signIn(api);
    await client.list('applicants', { filter: { q: 'Searchedname' } });
    const log = api.log.join('');
    expect(JSON.parse(api.log.findLast((line) => line.includes('/api/v1/applicants')) ?? '')).toMatchObject({
      method: 'GET',
      route: '/api/v1/applicants',
      status: 200,
      school: 'demo',
      personId: client.session.user.id,
      ms: expect.any(Number),
    });
    for (const secret of ['Searchedname', client.cookie, client.session.csrfToken, 'matchwatch-demo']) expect(log).not.toContain(secret);
  });

  it('let a token read the figures, and without one only this machine', async () => {
    const guarded = await startApi({ METRICS_TOKEN: 'a token of some length' });
    try {
      expect((await ask(guarded, 'GET', '/metrics')).status).toBe(404);
      expect((await ask(guarded, 'GET', '/metrics', { headers: { authorization: 'Bearer a token of some length' } })).status).toBe(200);
    } finally {
      await guarded.stop();
    }
  });

  it('limit requests by address', async () => {
    const limited = await startApi({ REQUESTS_PER_MINUTE: '3' });
    try {
      const statuses: number[] = [];
      for (let i = 0; i < 5; i++) statuses.push((await ask(limited, 'GET', '/api/v1/session')).status);
      expect(statuses).toEqual([401, 401, 401, 429, 429]);
      expect((await ask(limited, 'GET', '/healthz')).status).toBe(200);
    } finally {
      await limited.stop();
    }
  });
});
