import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { savePerson, verifyAudit } from '@matchwatch/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, type Client, clientOf, noon, type Reply, type RunningApi, signIn, startApi } from '../../spec/spec-kit.js';
import { totpCode, totpStep } from '../session/totp.js';

const session = '/api/v1/session';
const account = '/api/v1/account';
const admin = { email: 'admin@example.edu', password: 'matchwatch-demo' };

/** Few enough to be used up, and ten times as many for the one address all of this comes from. */
const attempts = 30;

/** The bytes of a secret as an authenticator reads them. */
function fromBase32(text: string): Buffer {
  const bits = text
    .split('')
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

describe('an account', () => {
  let api: RunningApi;
  let administrator: Client;
  const dataDir = path.join(mkdtempSync(path.join(tmpdir(), 'matchwatch-account-')), 'data');
  beforeAll(async () => {
    api = await startApi({ DATA_DIR: dataDir, SIGN_IN_ATTEMPTS: String(attempts) });
    administrator = await signIn(api, admin);
  });
  afterAll(() => api.stop());
  beforeEach(() => {
    api.clock.now = noon;
  });

  let count = 0;
  const somebody = async (role: 'advisor' | 'auditor' = 'advisor') => {
    const person = { email: `somebody-${++count}@example.edu`, password: randomBytes(12).toString('hex') };
    const { id } = await savePerson(api.db, 'demo', { ...person, name: 'Some Body', role });
    return { ...person, id, present: { present: person.password } };
  };
  const seconds = (later: number) => {
    api.clock.now = new Date(api.clock.now.getTime() + later * 1000);
  };
  const codeOf = (secret: string, off = 0) => totpCode(fromBase32(secret), totpStep(api.clock.now) + off);
  const password = (given: { email: string; password: string }, headers = {}) =>
    ask(api, 'POST', session, { body: { email: given.email, password: given.password }, headers });
  const cookieOf = (reply: Reply): string => reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const second = (cookie: string, code: string) => ask(api, 'POST', `${session}/second-factor`, { body: { code }, headers: { cookie } });

  /** Sets a second factor up for somebody and answers with its secret and a client whose session went on. */
  async function enrol(person: { email: string; password: string; present: object }) {
    const client = await signIn(api, person);
    const offer = await client.ask('POST', `${account}/second-factor`, { body: person.present });
    expect(offer.status).toBe(200);
    const { secret, uri } = offer.body as { secret: string; uri: string };
    const confirmed = await client.ask('POST', `${account}/second-factor/confirm`, { body: { code: codeOf(secret) } });
    expect(confirmed.status).toBe(200);
    seconds(30);
    return {
      old: client,
      client: clientOf(api, confirmed.body.session, cookieOf(confirmed)),
      secret,
      uri,
      recoveryCodes: confirmed.body.recoveryCodes as string[],
    };
  }

  describe('with a second factor', () => {
    it('is asked for a code after the password, and for nothing else before it', async () => {
      const person = await somebody();
      const { secret, uri } = await enrol(person);
      expect(uri).toContain(`otpauth://totp/Matchwatch%20Hillcrest:${encodeURIComponent(person.email)}?secret=${secret}`);
      const first = await password(person);
      expect(first).toMatchObject({ status: 201, body: { next: 'code' } });
      const cookie = cookieOf(first);
      for (const path of [session, account, `${account}/sessions`, '/api/v1/home']) {
        expect((await ask(api, 'GET', path, { headers: { cookie } })).status, path).toBe(401);
      }
      expect((await second(cookie, '000000')).status).toBe(401);
      const done = await second(cookie, ` ${codeOf(secret)} `);
      expect(done).toMatchObject({ status: 201, body: { user: { email: person.email } } });
      expect(cookieOf(done)).not.toBe(cookie);
      expect((await second(cookie, codeOf(secret))).status, 'the waiting session is gone').toBe(401);
      expect((await clientOf(api, done.body, cookieOf(done)).get(session)).status).toBe(200);
    });

    it('stays signed in as before when the first code was wrong', async () => {
      const person = await somebody();
      const client = await signIn(api, person);
      await client.ask('POST', `${account}/second-factor`, { body: person.present });
      const refused = await client.ask('POST', `${account}/second-factor/confirm`, { body: { code: '000000' } });
      expect([refused.status, refused.headers.getSetCookie()]).toEqual([422, []]);
      expect((await client.get(account)).body.secondFactor.since).toBeNull();
    });

    it('goes on under a new id once it is set up, and every other session ends', async () => {
      const person = await somebody();
      const elsewhere = await signIn(api, person);
      const { old, client } = await enrol(person);
      expect([(await elsewhere.get(session)).status, (await old.get(session)).status, (await client.get(session)).status]).toEqual([
        401, 401, 200,
      ]);
      expect((await client.get(account)).body).toEqual({
        method: 'password',
        password: true,
        secondFactor: { since: noon.toISOString(), recoveryCodes: 10, required: false },
      });
    });

    it('takes no code twice, not even two at once, nor one that is older than the last', async () => {
      const person = await somebody();
      const { secret } = await enrol(person);
      const cookies = await Promise.all([1, 2, 3].map(async () => cookieOf(await password(person))));
      const at = codeOf(secret);
      const replies = await Promise.all(cookies.map((cookie) => second(cookie, at)));
      expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 401, 401]);
      const again = cookieOf(await password(person));
      expect((await second(again, codeOf(secret, -1))).status).toBe(401);
      expect((await second(again, codeOf(secret, 1))).status).toBe(201);
    });

    it('lets in by each recovery code once, and by new ones instead of those before', async () => {
      const person = await somebody();
      const { recoveryCodes, client } = await enrol(person);
      const [one = '', two = ''] = recoveryCodes;
      expect(recoveryCodes).toHaveLength(10);
      expect((await second(cookieOf(await password(person)), one.toLowerCase())).status).toBe(201);
      expect((await second(cookieOf(await password(person)), one)).status).toBe(401);
      expect((await client.get(account)).body.secondFactor.recoveryCodes).toBe(9);
      expect((await client.ask('POST', `${account}/second-factor/codes`, { body: { present: 'wrong' } })).status).toBe(422);
      const renewed = await client.ask('POST', `${account}/second-factor/codes`, { body: person.present });
      expect(renewed.body.recoveryCodes).toHaveLength(10);
      expect((await second(cookieOf(await password(person)), two)).status).toBe(401);
      const stored = JSON.stringify(await api.db.query('select * from recovery_code'));
      for (const code of renewed.body.recoveryCodes) expect(stored).not.toContain(code.replaceAll('-', ''));
    });

    it('stops guessing after a few codes, in whichever browser, and forgets it in time', async () => {
      const person = await somebody();
      const { secret } = await enrol(person);
      const cookie = cookieOf(await password(person));
      const guesses: Reply[] = [];
      for (let guess = 0; guess <= attempts + 1; guess++) guesses.push(await second(cookie, `abc${guess}`));
      expect(guesses.slice(0, attempts).every(({ status }) => status === 401)).toBe(true);
      expect(guesses.slice(attempts).map(({ status, body }) => [status, body.type])).toEqual([
        [429, 'about:blank'],
        [401, 'urn:matchwatch:problem:sign-in-over'],
      ]);
      const again = cookieOf(await password(person));
      const refused = await second(again, codeOf(secret));
      expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 900]);
      seconds(15 * 60 + 1);
      expect((await second(cookieOf(await password(person)), codeOf(secret))).status).toBe(201);
    });

    it('is given up with the password, and not where the school wants one', async () => {
      const person = await somebody();
      const { client } = await enrol(person);
      const remove = (present: object) => client.ask('POST', `${account}/second-factor/remove`, { body: present });
      expect((await remove({ present: 'wrong' })).status).toBe(422);
      await administrator.ask('PUT', '/api/v1/second-factor-rule', { body: { roles: ['advisor'] } });
      expect((await remove(person.present)).status).toBe(409);
      await administrator.ask('PUT', '/api/v1/second-factor-rule', { body: { roles: [] } });
      expect((await remove(person.present)).status).toBe(204);
      expect((await remove(person.present)).status).toBe(409);
      expect((await signIn(api, person)).session.user.id).toBe(person.id);
    });

    it('is reset by an administrator, who ends the sessions by it', async () => {
      const person = await somebody();
      const { client } = await enrol(person);
      const reset = () => administrator.ask('POST', `/api/v1/people/${person.id}/reset-factor`, { body: { reason: 'Lost phone' } });
      expect((await administrator.get('/api/v1/people')).body.find(({ id }: { id: number }) => id === person.id).secondFactor).toBe(true);
      expect(await reset()).toMatchObject({ status: 200, body: { secondFactor: false } });
      expect((await client.get(session)).status).toBe(401);
      expect((await reset()).status).toBe(409);
      expect((await signIn(api, person)).session.user.id).toBe(person.id);
    });

    it('sets one up in the middle of the sign-in where the school wants it of the role', async () => {
      const person = await somebody('auditor');
      expect(
        (await administrator.ask('PUT', '/api/v1/second-factor-rule', { body: { roles: ['auditor', 'dean', 'auditor'] } })).body,
      ).toEqual({
        roles: ['dean', 'auditor'],
      });
      const first = await password(person);
      expect(first.body).toEqual({ next: 'enrolment' });
      const cookie = cookieOf(first);
      expect((await second(cookie, '123456')).status, 'a code is not what it waits for').toBe(401);
      const { secret } = (await ask(api, 'POST', `${session}/enrolment`, { headers: { cookie } })).body;
      const confirm = (code: string) => ask(api, 'POST', `${session}/enrolment/confirm`, { body: { code }, headers: { cookie } });
      expect((await confirm('000000')).status).toBe(422);
      const done = await confirm(codeOf(secret));
      expect(done).toMatchObject({ status: 201, body: { session: { user: { id: person.id } } } });
      expect((await clientOf(api, done.body.session, cookieOf(done)).get(session)).status).toBe(200);
      expect((await password(person)).body).toEqual({ next: 'code' });
      await administrator.ask('PUT', '/api/v1/second-factor-rule', { body: { roles: [] } });
    });

    it('keeps its secret sealed by a key that only the owner of the data folder reads, and out of the log', async () => {
      const person = await somebody();
      const { secret, recoveryCodes } = await enrol(person);
      const stored = JSON.stringify(await api.db.query('select * from second_factor'));
      expect(stored).not.toContain(secret);
      const file = path.join(dataDir, 'secrets.key');
      expect(readdirSync(dataDir)).toEqual(['secrets.key']);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const told = api.log.join('') + JSON.stringify(await api.db.query('select line from audit_line'));
      for (const hidden of [secret, readFileSync(file, 'utf8').trim(), person.password, ...recoveryCodes])
        expect(told).not.toContain(hidden);
    });
  });

  describe('with sessions', () => {
    const chrome = {
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
    };

    it('lists them with what they are recognised by, and ends one, or all others', async () => {
      const person = await somebody();
      const here = await signIn(api, person);
      const there = await password(person, chrome);
      const elsewhere = await password(person);
      const list = async () => (await here.get(`${account}/sessions`)).body as { id: number; current: boolean; device: string | null }[];
      const sessions = await list();
      expect(sessions).toHaveLength(3);
      expect(sessions.filter(({ current }) => current)).toHaveLength(1);
      const windows = sessions.find(({ device }) => device === 'Chrome on Windows');
      expect(windows).toMatchObject({ method: 'password', address: 'this machine', createdAt: noon.toISOString(), current: false });
      expect((await here.ask('POST', `${account}/sessions/${windows?.id}/end`, { body: {} })).status).toBe(204);
      expect((await here.ask('POST', `${account}/sessions/${windows?.id}/end`, { body: {} })).status).toBe(404);
      const at = (reply: Reply) => ask(api, 'GET', session, { headers: { cookie: cookieOf(reply) } });
      expect([(await at(there)).status, (await at(elsewhere)).status]).toEqual([401, 200]);
      const own = sessions.find(({ current }) => current);
      expect((await here.ask('POST', `${account}/sessions/${own?.id}/end`, { body: {} })).status).toBe(409);
      expect((await here.ask('POST', `${account}/sessions/end-others`, { body: {} })).status).toBe(204);
      expect((await at(elsewhere)).status).toBe(401);
      expect((await list()).map(({ current }) => current)).toEqual([true]);
    });

    it('shows and ends nobody else’s', async () => {
      const person = await somebody();
      const client = await signIn(api, person);
      const theirs = (await administrator.get(`${account}/sessions`)).body as { id: number }[];
      for (const { id } of theirs) expect((await client.ask('POST', `${account}/sessions/${id}/end`, { body: {} })).status).toBe(404);
      expect((await administrator.get(session)).status).toBe(200);
    });

    it('are all ended by an administrator', async () => {
      const person = await somebody();
      const clients = [await signIn(api, person), await signIn(api, person)];
      const { status } = await administrator.ask('POST', `/api/v1/people/${person.id}/end-sessions`, { body: { reason: 'Lost laptop' } });
      expect(status).toBe(200);
      for (const client of clients) expect((await client.get(session)).status).toBe(401);
      const self = administrator.session.user.id;
      expect((await administrator.ask('POST', `/api/v1/people/${self}/end-sessions`, { body: {} })).status).toBe(403);
    });

    it('that wait for a second step count for nothing, and not for long', async () => {
      const person = await somebody();
      const { client, secret } = await enrol(person);
      const cookie = cookieOf(await password(person));
      expect((await client.get(`${account}/sessions`)).body).toHaveLength(1);
      seconds(15 * 60 + 1);
      expect((await second(cookie, codeOf(secret))).body.type).toBe('urn:matchwatch:problem:sign-in-over');
    });
  });

  describe('with a password', () => {
    it('gets another one by the present one; other sessions end, and this one goes on under a new id', async () => {
      const person = await somebody();
      const [here, there] = [await signIn(api, person), await signIn(api, person)];
      const change = (body: object) => here.ask('PUT', `${account}/password`, { body });
      const chosen = 'a much better password';
      expect((await change({ present: 'wrong', password: chosen })).body.issues).toEqual([
        { path: 'present', reason: 'is not your password' },
      ]);
      expect((await change({ ...person.present, password: 'too short' })).status).toBe(422);
      const changed = await change({ ...person.present, password: chosen });
      expect(changed.status).toBe(200);
      expect([(await here.get(session)).status, (await there.get(session)).status]).toEqual([401, 401]);
      expect((await clientOf(api, changed.body, cookieOf(changed)).get(session)).status).toBe(200);
      expect((await password(person)).status).toBe(401);
      expect((await password({ ...person, password: chosen })).status).toBe(201);
    });

    it('lets nobody guess it at an open screen, and counts that with the sign-ins', async () => {
      const person = await somebody();
      const client = await signIn(api, person);
      const statuses: number[] = [];
      for (let guess = 0; guess < attempts + 2; guess++) {
        statuses.push((await client.ask('POST', `${account}/second-factor`, { body: { present: `guess ${guess}` } })).status);
      }
      expect(statuses).toEqual([...Array.from({ length: attempts }, () => 422), 429, 429]);
      expect((await password(person)).status).toBe(429);
    });
  });

  it('tells the audit of all of it, in one chain that holds', async () => {
    const lines = (await api.db.query('select event, line from audit_line')) as { event: string; line: object }[];
    const told = new Set(lines.map(({ event }) => event));
    for (const event of [
      'session.opened',
      'session.refused',
      'session.ended',
      'password.changed',
      'factor.enrolled',
      'factor.removed',
      'factor.reset',
      'factor.required',
      'recovery.used',
      'recovery.renewed',
    ])
      expect(told, event).toContain(event);
    expect((await verifyAudit(api.db, 'demo')).broken).toBeUndefined();
  });
});
