import { addInvitedPerson, disablePerson, enablePerson, listPeople, savePerson } from '@matchwatch/store';
import { type OpenIdProvider, startOpenIdProvider } from '@matchwatch/testing';
import type { JWTPayload } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type HostileProvider, startHostileProvider } from '../../spec/hostile-provider.js';
import { ask, clientOf, dean, noon, type Reply, type RunningApi, signIn, startApi } from '../../spec/spec-kit.js';

const publicUrl = 'https://watch.example.edu';
const settingsFor = ({ issuer, client }: { issuer: string; client: { id: string; secret: string } }) => ({
  PUBLIC_URL: publicUrl,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: client.id,
  OIDC_CLIENT_SECRET: client.secret,
  OIDC_SCHOOL: 'demo',
});
const over = 'urn:matchwatch:problem:sign-in-over';
const refusedType = 'urn:matchwatch:problem:sso-refused';

const cookies = (reply: Reply) => reply.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
const sessionCookie = (reply: Reply) => cookies(reply).find((cookie) => cookie.startsWith('__Host-matchwatch=')) ?? '';

/** Begins a sign-in: where the browser is sent, what it remembers, and what must come back. */
async function begin(api: RunningApi, returnTo = '/') {
  const reply = await ask(api, 'POST', '/api/v1/sso/start', { body: { returnTo } });
  expect(reply.status).toBe(200);
  const url = new URL(reply.body.url);
  const [cookie = ''] = cookies(reply);
  return { reply, url, cookie, state: url.searchParams.get('state') ?? '', nonce: url.searchParams.get('nonce') ?? '' };
}
const finish = (api: RunningApi, query: string, cookie: string) =>
  ask(api, 'POST', '/api/v1/sso/finish', { body: { query }, headers: { cookie } });

describe('single sign-on', () => {
  let api: RunningApi;
  let provider: OpenIdProvider;
  beforeAll(async () => {
    provider = await startOpenIdProvider(`${publicUrl}/sso`);
    const roles = JSON.stringify({ 'match-deans': 'dean', 'match-advisors': 'advisor' });
    api = await startApi({ ...settingsFor(provider), OIDC_SCOPES: 'openid email groups', OIDC_ROLES: roles });
  });
  afterAll(async () => {
    await api.stop();
    await provider.stop();
  });
  beforeEach(() => {
    api.clock.now = noon;
  });

  const invited = async (email: string) => (await addInvitedPerson(api.db, 'demo', { email, name: 'Ida Invited', role: 'advisor' }))?.id;
  const personOf = async (email: string) => (await listPeople(api.db, 'demo')).find((person) => person.email === email);
  const asSubject = async (login: string, returnTo?: string) => {
    const { url, cookie } = await begin(api, returnTo);
    return finish(api, await provider.visit(url.href, { login }), cookie);
  };
  const lastRefusal = async () =>
    (await api.db.query(`select line from audit_line where event = 'session.refused' order by seq desc limit 1`))[0].line;

  it('sends the browser off with all that protects the answer, and remembers it by a cookie that scripts cannot read', async () => {
    const { reply, url } = await begin(api);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: provider.client.id,
      response_type: 'code',
      redirect_uri: `${publicUrl}/sso`,
      code_challenge_method: 'S256',
      scope: 'openid email groups',
      state: expect.stringMatching(/^.{20,}$/),
      nonce: expect.stringMatching(/^.{20,}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(reply.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-matchwatch-sso=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    ]);
  });

  it('lets somebody in who was invited under the verified address, links the account, and takes the role from the groups', async () => {
    const id = await invited('ida@example.edu');
    provider.accounts.set('sub-ida', { email: 'Ida@example.edu', email_verified: true, groups: ['other', 'match-deans'] });
    const done = await asSubject('sub-ida', '/applicants?x=1');
    expect(done).toMatchObject({ status: 201, body: { returnTo: '/applicants?x=1', session: { user: { id, role: 'dean' } } } });
    expect(await personOf('ida@example.edu')).toMatchObject({ state: 'active', role: 'dean' });
    const events = (await api.db.query(`select event from audit_line where school_id = 'demo' and person_id = $1 order by seq`, [id])).map(
      ({ event }: { event: string }) => event,
    );
    expect(events).toEqual(['identity.linked', 'person.joined', 'person.changed', 'session.opened']);
    const cookie = sessionCookie(done);
    expect((await clientOf(api, done.body.session, cookie).get('/api/v1/account/sessions')).body).toMatchObject([{ method: 'sso' }]);

    // Once linked, the account counts and not the address; and the groups are asked again.
    provider.accounts.set('sub-ida', { email: 'married@example.edu', email_verified: true, groups: ['match-advisors'] });
    expect((await asSubject('sub-ida')).body.session.user).toMatchObject({ id, email: 'ida@example.edu', role: 'advisor' });
    const old = await clientOf(api, done.body.session, cookie).get('/api/v1/session');
    expect(old.status, 'what was opened under the other role is over').toBe(401);
  });

  it.each([
    ['whom nobody invited', 'sub-stranger', { email: 'stranger@example.edu', email_verified: true, groups: ['match-deans'] }, 'unknown'],
    ['whose address is not verified', 'sub-loose', { email: dean.email, email_verified: false, groups: ['match-deans'] }, 'unverified'],
    ['without a group that has a role', 'sub-none', { email: dean.email, email_verified: true, groups: ['students'] }, 'no-group'],
  ] as const)('refuses somebody %s, and tells the audit without the address', async (_, login, account, why) => {
    provider.accounts.set(login, { ...account, groups: [...account.groups] });
    const refused = await asSubject(login);
    expect(refused).toMatchObject({ status: 403, body: { type: refusedType } });
    expect(sessionCookie(refused)).toBe('');
    expect(await lastRefusal()).toMatchObject({ after: { method: 'sso', why } });
    expect(JSON.stringify(await lastRefusal())).not.toContain('@');
    expect(await api.db.query('select from person_identity where subject = $1', [login])).toEqual([]);
  });

  it('refuses somebody who was disabled, in the words for somebody unknown', async () => {
    const id = await invited('gone@example.edu');
    await disablePerson(api.db, 'demo', id ?? 0);
    provider.accounts.set('sub-gone', { email: 'gone@example.edu', email_verified: true, groups: ['match-deans'] });
    provider.accounts.set('sub-new', { email: 'new@example.edu', email_verified: true, groups: ['match-deans'] });
    const [gone, unknown] = [await asSubject('sub-gone'), await asSubject('sub-new')];
    expect([gone.status, gone.body.detail]).toEqual([403, unknown.body.detail]);
    await enablePerson(api.db, 'demo', id ?? 0);
    expect(await personOf('gone@example.edu'), 'who was never here').toMatchObject({ state: 'invited' });
    expect((await asSubject('sub-gone')).status).toBe(201);
    await disablePerson(api.db, 'demo', id ?? 0);
    await enablePerson(api.db, 'demo', id ?? 0);
    expect(await personOf('gone@example.edu'), 'who was').toMatchObject({ state: 'active' });
  });

  it('takes no second account for somebody who is linked to one', async () => {
    await invited('twice@example.edu');
    for (const login of ['sub-first', 'sub-second']) {
      provider.accounts.set(login, { email: 'twice@example.edu', email_verified: true, groups: ['match-advisors'] });
    }
    expect((await asSubject('sub-first')).status).toBe(201);
    expect((await asSubject('sub-second')).status).toBe(403);
  });

  it('says that it was cancelled at the provider', async () => {
    const { url, cookie } = await begin(api);
    const cancelled = await finish(api, await provider.visit(url.href, 'cancel'), cookie);
    expect(cancelled).toMatchObject({ status: 403, body: { type: 'urn:matchwatch:problem:sso-cancelled' } });
  });

  it('takes an answer once, from the browser that was sent off, with its own state, and not for long', async () => {
    provider.accounts.set('sub-once', { email: dean.email, email_verified: true, groups: ['match-deans'] });
    const [mine, yours, late] = [await begin(api), await begin(api), await begin(api)];
    const query = await provider.visit(mine.url.href, { login: 'sub-once' });
    expect((await finish(api, query, '')).body.type, 'no browser of ours').toBe(over);
    expect((await finish(api, query, yours.cookie)).body.type, 'the state of another flow').toBe(refusedType);
    const both = await Promise.all([finish(api, query, mine.cookie), finish(api, query, mine.cookie)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 401]);
    expect((await finish(api, query, mine.cookie)).body.type, 'replayed').toBe(over);
    const replayed = await begin(api);
    const spent = query.replace(mine.state, replayed.state);
    expect((await finish(api, spent, replayed.cookie)).body.type, 'a code that was used, under a state of now').toBe(refusedType);
    const answer = await provider.visit(late.url.href, { login: 'sub-once' });
    api.clock.now = new Date(noon.getTime() + 15 * 60_000);
    expect((await finish(api, answer, late.cookie)).body.type, 'too late').toBe(over);
  });

  it('leads back to this site only', async () => {
    for (const returnTo of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      expect((await ask(api, 'POST', '/api/v1/sso/start', { body: { returnTo } })).status, returnTo).toBe(422);
    }
  });

  it('stands beside the password where it is not the only way', async () => {
    expect((await ask(api, 'GET', '/api/v1/session/ways')).body).toEqual({ password: true, sso: 'single sign-on' });
    expect((await signIn(api)).session.user.email).toBe(dean.email);
    expect(api.log.join('')).not.toContain(provider.client.secret);
  });
});

describe('a provider that answers wrongly', () => {
  let api: RunningApi;
  let hostile: HostileProvider;
  beforeAll(async () => {
    hostile = await startHostileProvider();
    api = await startApi({ ...settingsFor(hostile) });
  });
  afterAll(async () => {
    await api.stop();
    await hostile.stop();
  });
  afterEach(() => {
    hostile.idToken = undefined;
  });

  const answered = async (make: (nonce: string) => Promise<string> | string) => {
    const { cookie, state, nonce } = await begin(api);
    hostile.idToken = await make(nonce);
    return finish(api, new URLSearchParams({ code: 'a-code', state }).toString(), cookie);
  };
  const spoilt = (change: JWTPayload) => answered((nonce) => hostile.sign({ ...hostile.claims(nonce), ...change }));

  it('is believed when everything is right, so that the refusals below are for what they say', async () => {
    expect((await spoilt({})).body).toMatchObject({ session: { user: { email: dean.email } } });
    expect(hostile.asked).toContain('/jwks');
  });

  const now = () => Math.floor(Date.now() / 1000);
  it.each<[string, () => Promise<Reply>]>([
    ['meant for somebody else', () => spoilt({ aud: 'another-client' })],
    ['of another issuer', () => spoilt({ iss: 'https://id.evil.example' })],
    ['that is over', () => spoilt({ iat: now() - 900, exp: now() - 600 })],
    ['without an end', () => spoilt({ exp: undefined })],
    ['not valid yet', () => spoilt({ nbf: now() + 600 })],
    ['with a nonce that was used before', () => spoilt({ nonce: 'the nonce of another sign-in' })],
    ['without a nonce', () => spoilt({ nonce: undefined })],
    ['of nobody', () => spoilt({ sub: undefined })],
    ['that is not signed', () => answered((nonce) => hostile.leaveUnsigned(hostile.claims(nonce)))],
    ['signed by a key that is not its own', () => answered((nonce) => hostile.signByAnotherKey(hostile.claims(nonce)))],
    ['signed by the secret of the client', () => answered((nonce) => hostile.signByTheSecret(hostile.claims(nonce)))],
    [
      'changed after it was signed',
      () =>
        answered(async (nonce) => {
          const [head, , signature] = (await hostile.sign(hostile.claims(nonce))).split('.');
          return `${head}.${Buffer.from(JSON.stringify({ ...hostile.claims(nonce), sub: 'u-2' })).toString('base64url')}.${signature}`;
        }),
    ],
    ['that is none', () => answered(() => 'nonsense')],
  ])('is refused a token %s', async (_, answer) => {
    const reply = await answer();
    expect(reply).toMatchObject({ status: 401, body: { type: refusedType } });
    expect(sessionCookie(reply)).toBe('');
  });

  it('is refused an answer without a state, with a wrong one, or with another issuer beside it', async () => {
    for (const spoilt of ['code=c', 'code=c&state=wrong']) {
      const { cookie, nonce } = await begin(api);
      hostile.idToken = await hostile.sign(hostile.claims(nonce));
      expect((await finish(api, spoilt, cookie)).status).toBe(401);
    }
    const { cookie, state, nonce } = await begin(api);
    hostile.idToken = await hostile.sign(hostile.claims(nonce));
    const mixed = new URLSearchParams({ code: 'c', state, iss: 'https://id.evil.example' });
    expect((await finish(api, mixed.toString(), cookie)).status).toBe(401);
  });

  it('is never followed to another host', async () => {
    const elsewhere = await startHostileProvider();
    const led = await startHostileProvider();
    led.metadata = { token_endpoint: `${elsewhere.issuer}/token`, jwks_uri: `${elsewhere.issuer}/jwks` };
    const other = await startApi({ ...settingsFor(led) });
    try {
      const { cookie, state } = await begin(other);
      expect((await finish(other, new URLSearchParams({ code: 'c', state }).toString(), cookie)).status).toBe(401);
      expect(elsewhere.asked).toEqual([]);
    } finally {
      await Promise.all([other.stop(), led.stop(), elsewhere.stop()]);
    }
  });

  it('that does not answer is told as such, and asked again the next time', async () => {
    const gone = await startHostileProvider();
    await gone.stop();
    const other = await startApi({ ...settingsFor(gone) });
    try {
      const { status, body } = await ask(other, 'POST', '/api/v1/sso/start', { body: {} });
      expect([status, body.detail]).toEqual([503, expect.stringContaining('does not answer')]);
    } finally {
      await other.stop();
    }
  });
});

describe('single sign-on as the only way in', () => {
  let api: RunningApi;
  let provider: OpenIdProvider;
  beforeAll(async () => {
    provider = await startOpenIdProvider(`${publicUrl}/sso`);
    api = await startApi({ ...settingsFor(provider), OIDC_REQUIRED: 'true', OIDC_NAME: 'Hillcrest ID' });
  });
  afterAll(async () => {
    await api.stop();
    await provider.stop();
  });

  it('turns passwords and their links off, and lets people in by invitation and account', async () => {
    const off = { status: 409, body: { type: 'urn:matchwatch:problem:passwords-off' } };
    expect((await ask(api, 'GET', '/api/v1/session/ways')).body).toEqual({ password: false, sso: 'Hillcrest ID' });
    expect(await ask(api, 'POST', '/api/v1/session', { body: { email: dean.email, password: dean.password } })).toMatchObject(off);
    provider.accounts.set('sub-dean', { email: dean.email, email_verified: true });
    const { url, cookie } = await begin(api);
    const done = await finish(api, await provider.visit(url.href, { login: 'sub-dean' }), cookie);
    const client = clientOf(api, done.body.session, sessionCookie(done));
    expect((await client.get('/api/v1/account')).body).toMatchObject({ method: 'sso', password: false });
    expect(await client.ask('PUT', '/api/v1/account/password', { body: { present: 'x', password: 'a long enough one' } })).toMatchObject(
      off,
    );
    expect((await client.ask('POST', '/api/v1/account/second-factor', { body: { present: dean.password } })).status).toBe(409);
    const invitation = await client.ask('POST', '/api/v1/people', { body: { email: 'new@example.edu', name: 'New', role: 'auditor' } });
    expect(invitation).toMatchObject({ status: 201, body: { link: `${publicUrl}/login`, expiresAt: null } });
    expect(await client.ask('POST', `/api/v1/people/${invitation.body.person.id}/invite`, { body: {} })).toMatchObject(off);
    provider.accounts.set('sub-new', { email: 'new@example.edu', email_verified: true });
    const next = await begin(api);
    const joined = await finish(api, await provider.visit(next.url.href, { login: 'sub-new' }), next.cookie);
    expect(joined.body.session.user.role, 'without a map, roles are given here').toBe('auditor');
  });

  it('is not there where it was not configured', async () => {
    const plain = await startApi();
    try {
      for (const where of ['start', 'finish']) {
        const body = where === 'start' ? {} : { query: 'code=x' };
        expect((await ask(plain, 'POST', `/api/v1/sso/${where}`, { body })).status).toBe(where === 'start' ? 404 : 401);
      }
      await savePerson(plain.db, 'demo', { email: 'still@example.edu', name: 'Still', role: 'advisor', password: 'a long enough one' });
      expect((await signIn(plain, { email: 'still@example.edu', password: 'a long enough one' })).session.user.name).toBe('Still');
    } finally {
      await plain.stop();
    }
  });
});
