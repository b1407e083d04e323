import { savePerson } from '@matchwatch/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, dean, noon, type RunningApi, signIn, startApi } from '../../spec/spec-kit.js';

const path = '/api/v1/session';
const hours = (n: number) => n * 3_600_000;

describe('a session', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi({ SESSION_IDLE_MINUTES: '60', SESSION_ABSOLUTE_HOURS: '8' });
  });
  afterAll(() => api.stop());
  beforeEach(() => {
    api.clock.now = noon;
  });

  it('begins with e-mail and password and lives in a cookie that scripts cannot read', async () => {
    const reply = await ask(api, 'POST', path, { body: { email: dean.email.toUpperCase(), password: dean.password } });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({ user: { email: dean.email, role: 'dean' }, school: { id: 'demo', today: '2026-11-20' } });
    expect(reply.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^matchwatch=demo\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
  });

  it('is refused in the same words for a wrong password, an unknown person and one who was disabled', async () => {
    const left = { email: 'left@example.edu', password: 'was here once' };
    await savePerson(api.db, 'demo', { ...left, name: 'Left', role: 'advisor' });
    await api.db.query(`update person set state = 'disabled' where email = $1`, [left.email]);
    const replies = await Promise.all(
      [{ email: dean.email, password: 'wrong' }, { email: 'nobody@example.edu', password: 'wrong' }, left].map((body) =>
        ask(api, 'POST', path, { body }),
      ),
    );
    for (const { status, body } of replies) {
      expect(status).toBe(401);
      expect({ ...body, instance: '' }).toEqual({ ...replies[0]?.body, instance: '' });
    }
  });

  it('takes as long for somebody unknown as for somebody known', async () => {
    const timed = async (email: string) => {
      const took: number[] = [];
      for (let round = 0; round < 9; round++) {
        const from = performance.now();
        await ask(api, 'POST', path, { body: { email, password: 'wrong' } });
        took.push(performance.now() - from);
      }
      return took.sort((a, b) => a - b)[4] ?? 0;
    };
    const [known, unknown] = [await timed(dean.email), await timed('nobody@example.edu')];
    // Without the decoy the unknown would be told apart by a factor of ten.
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  it('gets a new token at each sign-in, and the old one of the same browser ends', async () => {
    const first = await signIn(api);
    const again = await ask(api, 'POST', path, { body: { email: dean.email, password: dean.password }, headers: { cookie: first.cookie } });
    expect(again.headers.getSetCookie()[0]).not.toContain(first.cookie);
    expect((await first.get(path)).status).toBe(401);
  });

  it('stores only a hash of its token', async () => {
    const { cookie } = await signIn(api);
    const token = cookie.split('.')[1] ?? '';
    const stored = await api.db.query('select token_hash from session');
    expect(token).toHaveLength(43);
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('ends when it is idle, but not while it is used', async () => {
    const client = await signIn(api);
    for (let i = 1; i <= 3; i++) {
      api.clock.now = new Date(noon.getTime() + i * hours(0.75));
      expect((await client.get(path)).status).toBe(200);
    }
    api.clock.now = new Date(api.clock.now.getTime() + hours(1.02));
    expect((await client.get(path)).status).toBe(401);
  });

  it('ends at its absolute limit however much it is used', async () => {
    const client = await signIn(api);
    for (let at = 0.5; at < 8; at += 0.5) {
      api.clock.now = new Date(noon.getTime() + hours(at));
      expect((await client.get(path)).status).toBe(200);
    }
    api.clock.now = new Date(noon.getTime() + hours(8.01));
    expect((await client.get(path)).status).toBe(401);
  });

  it('ends at sign-out, on the server too', async () => {
    const client = await signIn(api);
    const reply = await client.ask('DELETE', path);
    expect(reply.status).toBe(204);
    expect(reply.headers.get('clear-site-data')).toBe('"cache"');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.getSetCookie()[0]).toMatch(/^matchwatch=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect((await client.get(path)).status).toBe(401);
  });

  it('writes nothing without its token, nor from another site', async () => {
    const client = await signIn(api);
    const write = (headers: Record<string, string>) => ask(api, 'DELETE', path, { headers: { cookie: client.cookie, ...headers } });
    const token = { 'x-csrf-token': client.session.csrfToken };
    expect((await write({})).status).toBe(403);
    expect((await write({ 'x-csrf-token': 'x'.repeat(43) })).status).toBe(403);
    expect((await write({ ...token, origin: 'https://evil.example' })).status).toBe(403);
    expect((await write({ ...token, origin: 'null' })).status).toBe(403);
    expect((await write({ ...token, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await client.get(path)).status).toBe(200);
    expect((await write({ ...token, origin: api.url })).status).toBe(204);
  });

  it('does not begin from another site', async () => {
    const reply = await ask(api, 'POST', path, {
      body: { email: dean.email, password: dean.password },
      headers: { origin: 'https://evil.example' },
    });
    expect(reply.status).toBe(403);
  });

  it('is bound to its school', async () => {
    const { cookie } = await signIn(api);
    const reply = await ask(api, 'GET', path, { headers: { cookie: cookie.replace('demo.', 'other.') } });
    expect(reply.status).toBe(401);
  });

  it('knows no demo accounts outside a demonstration', async () => {
    expect(await ask(api, 'GET', `${path}/demo`)).toMatchObject({ status: 200, body: { accounts: [] } });
  });
});

describe('a session over https', () => {
  it('lives in a cookie bound to the host, and the headers say so', async () => {
    const api = await startApi({ PUBLIC_URL: 'https://watch.example.edu' });
    try {
      const credentials = { body: { email: dean.email, password: dean.password } };
      const reply = await ask(api, 'POST', path, { ...credentials, headers: { origin: 'https://watch.example.edu' } });
      expect(reply.headers.getSetCookie()[0]).toMatch(/^__Host-matchwatch=.+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
      expect(reply.headers.get('strict-transport-security')).toContain('max-age');
      expect((await ask(api, 'POST', path, { ...credentials, headers: { origin: api.url } })).status).toBe(403);
    } finally {
      await api.stop();
    }
  });
});

describe('guessing a password', () => {
  it('is stopped after a few failures in a row; a success starts the count anew', async () => {
    const api = await startApi({ SIGN_IN_ATTEMPTS: '3', DEMO: 'true' });
    const attempt = (password: string, email = dean.email) => ask(api, 'POST', path, { body: { email, password } });
    try {
      const statuses: number[] = [];
      for (const password of ['a', 'b', dean.password, 'c', 'd', 'e', 'f', dean.password]) statuses.push((await attempt(password)).status);
      expect(statuses).toEqual([401, 401, 201, 401, 401, 401, 429, 429]);
      const refused = await attempt(dean.password);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
      expect((await attempt('wrong', 'somebody.else@example.edu')).status).toBe(401);
      expect((await ask(api, 'GET', `${path}/demo`)).body.accounts[0]).toMatchObject({ email: dean.email, password: dean.password });
    } finally {
      await api.stop();
    }
  });
});
