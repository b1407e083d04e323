import { randomBytes } from 'node:crypto';
import { addDays } from '@matchwatch/domain';
import { offerSetup, saveSchool, verifyAudit } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Client, noon, type RunningApi, season, seedApplicants, signIn, startApi, today } from '../../spec/spec-kit.js';

const password = randomBytes(12).toString('hex');
const admin = { email: 'admin@example.edu', password: 'matchwatch-demo' };
const tokenOf = (link: string): string => link.slice(link.indexOf('#') + 1);
const emergency = 'Called at night, says they cannot go on';

describe('people', () => {
  let api: RunningApi;
  let dean: Client;
  let administrator: Client;
  beforeAll(async () => {
    api = await startApi();
    await seedApplicants(api, 12);
    dean = await signIn(api);
    administrator = await signIn(api, admin);
  });
  afterAll(() => api.stop());

  const invite = async (email: string, role = 'advisor') => {
    const reply = await administrator.ask('POST', '/api/v1/people', { body: { email, name: 'Ada New', role } });
    expect(reply.status).toBe(201);
    return { id: reply.body.person.id as number, token: tokenOf(reply.body.link), body: reply.body };
  };
  const take = (token: string, more: object = {}) => ask(api, 'POST', '/api/v1/invitations/take', { body: { token, password, ...more } });
  const join = async (email: string, role?: string) => {
    const { id, token } = await invite(email, role);
    expect((await take(token)).status).toBe(204);
    return { id, client: await signIn(api, { email, password }) };
  };
  const give = (body: object) => administrator.ask('POST', '/api/v1/relations', { body });
  const total = async (client: Client, filter: object = {}) =>
    Number((await client.list('applicants', { filter, range: [0, 0] })).headers.get('content-range')?.split('/')[1]);
  const someone = async (at = 0) => (await dean.list('applicants', { sort: ['externalId', 'ASC'], range: [at, at] })).body[0];
  const later = async (hours: number, what: () => Promise<void>) => {
    api.clock.now = new Date(noon.getTime() + hours * 3_600_000);
    try {
      await what();
    } finally {
      api.clock.now = noon;
    }
  };

  it('are invited by a one-time link, choose a password of their own, and are there', async () => {
    const { id, token, body } = await invite('Ada@example.edu');
    expect(body.person).toMatchObject({ email: 'ada@example.edu', state: 'invited', role: 'advisor' });
    expect(body.link).toBe(`${api.url}/join#${token}`);
    const look = await ask(api, 'POST', '/api/v1/invitations/look', { body: { token } });
    expect(look.body).toMatchObject({ kind: 'join', schoolName: 'Hillcrest', email: 'ada@example.edu', role: 'advisor' });
    const short = await ask(api, 'POST', '/api/v1/invitations/take', { body: { token, password: 'too short' } });
    expect([short.status, short.body.issues]).toEqual([422, [{ path: 'password', reason: expect.stringContaining('12 characters') }]]);
    const both = await Promise.all([take(token), take(token)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([204, 404]);
    const client = await signIn(api, { email: 'ada@example.edu', password });
    expect(client.session.user).toMatchObject({ id, role: 'advisor' });
    expect((await ask(api, 'POST', '/api/v1/invitations/look', { body: { token } })).status).toBe(404);
    expect(api.log.join('')).not.toContain(token);
  });

  it('come under an address only once, whichever school it is in', async () => {
    const reply = await administrator.ask('POST', '/api/v1/people', { body: { email: 'DEAN@example.edu', name: 'X', role: 'advisor' } });
    expect([reply.status, reply.body.issues]).toEqual([422, [{ path: 'email', reason: 'belongs to somebody already' }]]);
  });

  it('are cut at their next request when they are disabled or get another role, and nobody does that to themselves', async () => {
    const { id, client } = await join('bob@example.edu');
    expect((await client.get('/api/v1/session')).status).toBe(200);
    await administrator.ask('PUT', `/api/v1/people/${id}`, { body: { name: 'Bob', role: 'assessor' } });
    expect((await client.get('/api/v1/session')).status).toBe(401);
    const again = await signIn(api, { email: 'bob@example.edu', password });
    const disabled = await administrator.ask('POST', `/api/v1/people/${id}/disable`, { body: { reason: 'Left in November' } });
    expect(disabled.body.state).toBe('disabled');
    expect((await again.get('/api/v1/session')).status).toBe(401);
    await expect(signIn(api, { email: 'bob@example.edu', password })).rejects.toThrow('Sign-in failed');
    expect((await administrator.ask('POST', `/api/v1/people/${id}/invite`, { body: {} })).status).toBe(409);
    await administrator.ask('POST', `/api/v1/people/${id}/enable`, { body: {} });
    expect((await signIn(api, { email: 'bob@example.edu', password })).session.user.role).toBe('assessor');
    const self = administrator.session.user.id;
    for (const [verb, path, body] of [
      ['POST', `/api/v1/people/${self}/disable`, {}],
      ['PUT', `/api/v1/people/${self}`, { name: 'Me', role: 'dean' }],
    ] as const) {
      const { status, body: refusal } = await administrator.ask(verb, path, { body });
      expect([status, refusal.detail]).toEqual([403, 'That is not allowed: nobody changes their own role or access; ask a colleague.']);
    }
    expect((await administrator.ask('PUT', '/api/v1/people/99999', { body: { name: 'No', role: 'dean' } })).status).toBe(404);
  });

  it('advise whom the record names, and lose them with it', async () => {
    const { client } = await join('cleo@example.edu');
    expect(await total(client)).toBe(0);
    const { id } = await someone();
    const { body } = await dean.get(`/api/v1/applicants/${id}`);
    const assign = (by: Client, advisor: string, version: number) =>
      by.ask('PUT', `/api/v1/applicants/${id}/record`, {
        body: { record: { ...body.record, advisor } },
        headers: { 'if-match': `"${version}"` },
      });
    expect((await client.get(`/api/v1/applicants/${id}`)).status).toBe(404);
    const mine = await assign(dean, 'Cleo@example.edu', body.version);
    expect(mine.status).toBe(200);
    expect(await total(client)).toBe(1);
    expect((await client.get(`/api/v1/applicants/${id}`)).body.may).toEqual(expect.arrayContaining(['record.edit', 'wellbeing.view']));
    const away = await assign(client, 'someone.else@example.edu', mine.body.version);
    expect([away.status, away.body.issues]).toEqual([422, [{ path: 'record.advisor', reason: 'is not yours to change' }]]);
    await assign(dean, 'someone.else@example.edu', mine.body.version);
    expect((await client.get(`/api/v1/applicants/${id}`)).status).toBe(404);
  });

  it('stand in for a colleague for some days, and not a day longer', async () => {
    const { id, client } = await join('dora@example.edu');
    const [{ advisor }] = (await dean.list('applicants', { filter: { noAdvisor: false }, range: [0, 0] })).body;
    const cover = { personId: id, relation: 'covers', target: { kind: 'caseload', advisor } };
    expect((await give(cover)).body.issues).toMatchObject([{ path: 'untilOn' }]);
    expect(await total(client)).toBe(0);
    const given = await give({ ...cover, untilOn: addDays(today, 2), reason: 'Leave' });
    expect(given).toMatchObject({ status: 201, body: { caseload: advisor, untilOn: addDays(today, 2), givenBy: 'Joel Ferreira' } });
    expect(await total(client)).toBe(await total(dean, { advisor }));
    await later(72, async () => {
      expect(await total(await signIn(api, { email: 'dora@example.edu', password }))).toBe(0);
    });
    expect((await administrator.ask('POST', `/api/v1/relations/${given.body.id}/end`, { body: {} })).status).toBe(204);
    expect((await administrator.ask('POST', `/api/v1/relations/${given.body.id}/end`, { body: {} })).status).toBe(404);
    expect(await total(await signIn(api, { email: 'dora@example.edu', password }))).toBe(0);
  });

  it('who sit on a committee see the whole season and none of its risk; emergency access opens one, for an hour, with a reason', async () => {
    const { id, client } = await join('emil@example.edu', 'assessor');
    await give({ personId: id, relation: 'promotes', target: { kind: 'season', season } });
    expect(await total(client)).toBe(await total(dean, { season }));
    const { id: applicantId, externalId } = await someone(1);
    expect((await client.get(`/api/v1/applicants/${applicantId}`)).body).toMatchObject({
      may: ['applicant.find', 'applicant.view'],
      answer: null,
    });
    const breakGlass = (reason: string) => client.ask('POST', '/api/v1/emergency-access', { body: { externalId, reason } });
    expect((await breakGlass('because')).status).toBe(422);
    const opened = await breakGlass(emergency);
    expect(opened).toMatchObject({ status: 201, body: { applicantId, untilAt: new Date(noon.getTime() + 3_600_000).toISOString() } });
    expect((await client.get(`/api/v1/applicants/${applicantId}`)).body.may).toContain('risk.view');
    expect((await dean.get('/api/v1/emergency-access')).body).toMatchObject([{ person: 'Ada New', applicantId, reason: emergency }]);
    const { body } = await dean.get(`/api/v1/applicants/${applicantId}/access`);
    expect(body.people.find((person: { id: number }) => person.id === id)).toMatchObject({ because: 'promotes', walled: true });
    expect(body.looked.find((looker: { name: string }) => looker.name === 'Ada New')).toMatchObject({ looks: 1 });
    await later(1.02, async () => {
      const { body: closed } = await client.get(`/api/v1/applicants/${applicantId}`);
      expect(closed.may).not.toContain('risk.view');
    });
  });

  it('are all told of in the audit, in one chain that holds', async () => {
    const { body } = await dean.list('audit', { range: [0, 199] });
    const told = new Set((body as { event: string }[]).map(({ event }) => event));
    for (const event of [
      'person.invited',
      'person.joined',
      'person.changed',
      'person.disabled',
      'person.enabled',
      'relation.given',
      'relation.ended',
      'glass.broken',
      'record.changed',
      'applicant.viewed',
      'session.opened',
    ]) {
      expect(told, event).toContain(event);
    }
    const changed = (await dean.list('audit', { filter: { event: ['record.changed'] } })).body[0];
    expect(changed).toMatchObject({ person: 'Margaret Whitfield', because: 'role', after: { paths: ['advisor'] } });
    expect(JSON.stringify(changed), 'paths, and nothing of what they say').not.toContain('someone.else@example.edu');
    expect((await dean.list('audit', { filter: { event: ['glass.broken'] } })).body).toMatchObject([{ reason: emergency }]);
    const { head, broken } = await verifyAudit(api.db, 'demo');
    expect(broken).toBeUndefined();
    expect(head).toMatchObject({ seq: body[0].id, hash: body[0].hash });
    const searches = async () => (await dean.list('audit', { filter: { event: ['applicant.searched'] } })).body.length;
    const before = await searches();
    await dean.list('applicants', { filter: { q: 'marsh' } });
    expect(await searches()).toBe(before + 1);
    expect(api.log.join('')).not.toContain('marsh');
  });

  it('of a school that nobody can sign in to come by the link that was printed, once', async () => {
    await saveSchool(api.db, { id: 'fresh', name: 'Your school', timeZone: 'UTC' });
    const token = (await offerSetup(api.db, 'fresh', noon, 24)) as string;
    const look = await ask(api, 'POST', '/api/v1/invitations/look', { body: { token } });
    expect(look.body).toMatchObject({ kind: 'setup', email: null });
    expect((await take(token)).status).toBe(422);
    const setup = { schoolName: 'Elm Hill', name: 'First Person', email: 'first@elm.edu' };
    expect((await take(token, { setup: { ...setup, email: 'dean@example.edu' } })).status).toBe(422);
    expect((await take(token, { setup })).status).toBe(204);
    const { session } = await signIn(api, { email: 'first@elm.edu', password });
    expect(session).toMatchObject({ user: { role: 'administrator' }, school: { id: 'fresh', name: 'Elm Hill' } });
    expect((await take(token, { setup })).status).toBe(404);
    expect(await offerSetup(api.db, 'fresh', noon, 24)).toBeUndefined();
  });
});
