import { migrateQueue } from '@matchwatch/queue';
import { migrate } from '@matchwatch/store';
import { type RestartablePostgres, restartablePostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type RunningApi, startApi } from '../../spec/spec-kit.js';

describe('a database that goes away', () => {
  let postgres: RestartablePostgres;
  let api: RunningApi;
  beforeAll(async () => {
    postgres = await restartablePostgres((url) => migrate(url, () => migrateQueue({ databaseUrl: url })));
    api = await startApi({ DATABASE_URL: postgres.url });
  });
  afterAll(async () => {
    await api?.stop();
    await postgres?.drop();
  });

  it('is said to be away, with when to ask again, until it is back', async () => {
    const signIn = () => ask(api, 'POST', '/api/v1/session', { body: { email: 'nobody@example.edu', password: 'not the password' } });
    expect((await signIn()).status).toBe(401);
    await postgres.crash();
    for (let i = 0; i < 5; i++) {
      const { status, headers, body } = await signIn();
      expect(status).toBe(503);
      expect(headers.get('retry-after')).toBe('5');
      expect(body.detail).toMatch(/^The database does not answer/);
    }
    expect((await ask(api, 'GET', '/readyz')).status).toBe(503);
    await postgres.restart();
    await expect.poll(async () => (await signIn()).status, { timeout: 20_000 }).toBe(401);
  });
});
