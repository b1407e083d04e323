import type { PolicyDraft, PolicyInForce, PolicyVersionDetail, Run, Shadow } from '@matchwatch/contracts';
import { addDays, type Day } from '@matchwatch/domain';
import { defaultPolicy } from '@matchwatch/risk-rules';
import { giveRelation, savePerson, sql } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  assessCohort,
  assessRun,
  type Client,
  compareRun,
  dean,
  publishAssessed,
  type Reply,
  type RunningApi,
  season,
  seedApplicants,
  seedOtherSchool,
  signIn,
  startApi,
  today,
} from '../../spec/spec-kit.js';

const key = 'category.A.gap-up-to';
const entry = (value: number, sources = ['school#council of 2 November']) => ({ '2010-01-01': { value, sources } }) as const;
/** Moves some of the cohort. */
const moving = { 'scholarly.no-output.level': { '2010-01-01': { value: 'act', sources: ['school#council of 2 November'] } } } as const;
const password = 'a long enough one';

describe('policy versions', () => {
  let api: RunningApi;
  /** Writes. */
  let lead: Client;
  /** Publishes. */
  let chief: Client;
  let advisor: Client;
  beforeAll(async () => {
    api = await startApi();
    await seedApplicants(api);
    await assessCohort(api, today);
    const account = async (email: string, role: 'lead-advisor' | 'advisor') => {
      await savePerson(api.db, 'demo', { email, name: `Ms. ${role}`, role, password });
      return signIn(api, { email, password });
    };
    lead = await account('lead@example.edu', 'lead-advisor');
    advisor = await account('advisor@example.edu', 'advisor');
    chief = await signIn(api);
    const leads = { personId: lead.session.user.id, relation: 'leads', target: { kind: 'season', season }, fromOn: '2026-07-01' } as const;
    await giveRelation(api.db, 'demo', leads, chief.session.user.id, new Date());
  });
  afterAll(() => api.stop());

  let names = 0;
  const draftOf = (draft: Partial<PolicyDraft> = {}): PolicyDraft => ({
    version: `autumn ${++names}`,
    reason: 'Our graduates match with lower scores.',
    effectiveOn: today,
    changes: { [key]: entry(14) },
    ...draft,
  });
  const begin = async (draft?: Partial<PolicyDraft>, client = lead): Promise<PolicyVersionDetail> => {
    const reply = await client.ask('POST', '/api/v1/policy-versions', { body: draftOf(draft) });
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
    return reply.body;
  };
  const read = async (id: number, client = lead): Promise<PolicyVersionDetail> => (await client.get(`/api/v1/policy-versions/${id}`)).body;
  const write = (id: number, body: unknown, revision: number, client = lead): Promise<Reply> =>
    client.ask('PUT', `/api/v1/policy-versions/${id}`, { body, headers: { 'if-match': `"${revision}"` } });
  const act = (
    id: number,
    action: string,
    { client = lead, body = {}, revision = 1 }: { client?: Client; body?: unknown; revision?: number } = {},
  ) => client.ask('POST', `/api/v1/policy-versions/${id}/${action}`, { body, headers: { 'if-match': `"${revision}"` } });
  const tried = async (id: number): Promise<Shadow> => {
    const reply = await act(id, 'shadow');
    expect(reply.status, JSON.stringify(reply.body)).toBe(202);
    for (const run of reply.body.runs as Run[]) await compareRun(api, run.id);
    return (await lead.get(`/api/v1/policy-versions/${id}/shadow`)).body;
  };
  const published = async (draft?: Partial<PolicyDraft>): Promise<PolicyVersionDetail> => {
    const { id } = await begin(draft);
    await tried(id);
    const reply = await act(id, 'publish', { client: chief });
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    return reply.body;
  };
  const withdraw = (id: number) => act(id, 'withdraw', { client: chief, body: { reason: 'spec' } });
  const inForce = async (): Promise<PolicyInForce> => (await lead.get('/api/v1/policy')).body;

  describe('as drafts', () => {
    it('are begun with what they change, say what they are compared with, and are listed', async () => {
      const draft = await begin();
      expect(draft).toMatchObject({
        state: 'draft',
        revision: 1,
        author: 'Ms. lead-advisor',
        basedOn: null,
        keys: [key],
        against: defaultPolicy.version,
        shadow: 'none',
        inForce: false,
        events: [{ kind: 'created', by: 'Ms. lead-advisor', keys: [key] }],
      });
      expect(draft.differences).toMatchObject([{ key, before: { value: 10 }, after: { value: 14 } }]);
      const { body, headers } = await lead.list('policy-versions', { filter: { id: [draft.id], state: ['draft'] } });
      expect(headers.get('content-range')).toBe('policy-versions 0-0/1');
      expect(body[0]).toMatchObject({ id: draft.id, version: draft.version, keys: [key] });
    });

    it('are edited over the revision that was read, and what they said before stays in their history', async () => {
      const { id, version, reason, effectiveOn } = await begin();
      const body = { version, reason, effectiveOn, changes: { [key]: entry(12), 'category.B.gap-up-to': entry(24) } };
      const saved = await write(id, body, 1);
      expect(saved.status).toBe(200);
      expect(saved.headers.get('etag')).toBe('"2"');
      expect(saved.body).toMatchObject({ revision: 2, changes: body.changes });
      expect(saved.body.events[0]).toMatchObject({ kind: 'edited', revision: 2, keys: [key, 'category.B.gap-up-to'] });
      const late = await write(id, body, 1);
      expect(late.status).toBe(412);
      expect(late.body).toMatchObject({ type: 'urn:matchwatch:problem:version-conflict', currentVersion: 2 });
      expect((await write(id, body, 2)).body.revision, 'writing what stands changes nothing').toBe(2);
      expect((await lead.ask('PUT', `/api/v1/policy-versions/${id}`, { body })).status).toBe(428);
      const kept = await api.db.query(`select changes from policy_event where school_id = 'demo' and version_id = $1 order by id`, [id]);
      expect(kept.map(({ changes }: { changes: unknown }) => changes)).toEqual([{ [key]: entry(14) }, body.changes]);
      await expect(api.db.query('delete from policy_event where version_id = $1', [id])).rejects.toThrow('append-only');
    });

    it.each([
      ['a key that is none', { changes: { 'category.Z': entry(1) } }, 'changes.category.Z', 'is not a key of the policy'],
      [
        'a value of another kind',
        { changes: { [key]: { '2010-01-01': { value: 'ten', sources: ['default'] } } } },
        `changes.${key}.2010-01-01.value`,
      ],
      ['a day that is none', { changes: { [key]: { '2010-02-30': { value: 10, sources: ['default'] } } } }, `changes.${key}.2010-02-30`],
      ['a key without a day', { changes: { [key]: {} } }, `changes.${key}`],
      [
        'an entry with something else in it',
        { changes: { [key]: { '2010-01-01': { value: 1, sources: [], by: 'x' } } } },
        `changes.${key}.2010-01-01.by`,
      ],
      ['no name', { version: ' ' }, 'version'],
      ['the name of the default', { version: defaultPolicy.version }, 'version'],
      ['no reason', { reason: '' }, 'reason'],
      ['a day before any policy', { effectiveOn: '1999-01-01' as Day }, 'effectiveOn'],
      ['a field that is none', { state: 'published' }, 'state'],
    ])('are refused with %s, by path and reason, when begun and when written', async (_, odd, path, reason = '') => {
      const refused = await lead.ask('POST', '/api/v1/policy-versions', { body: { ...draftOf(), ...odd } });
      expect(refused.status).toBe(422);
      expect(refused.headers.get('content-type')).toContain('application/problem+json');
      expect(refused.body.issues).toContainEqual({ path, reason: expect.stringContaining(reason) });
      const standing = await begin();
      expect((await write(standing.id, { ...draftOf(), ...odd }, 1)).status).toBe(422);
      expect((await read(standing.id)).revision).toBe(1);
    });

    it('have a name of their own', async () => {
      const { version } = await begin();
      const again = await lead.ask('POST', '/api/v1/policy-versions', { body: draftOf({ version }) });
      expect(again.body.issues).toEqual([{ path: 'version', reason: 'is the name of another version' }]);
      const other = await begin();
      expect((await write(other.id, draftOf({ version }), 1)).body.issues[0].path).toBe('version');
    });

    it('take a name one after the other, however many want it at once', async () => {
      const drafts = await Promise.all([begin(), begin(), begin(), begin()]);
      const wanted = draftOf();
      const replies = await Promise.all(drafts.map(({ id }) => write(id, wanted, 1)));
      expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422, 422]);
    });

    it('with an error are kept, come with what lint says, and are neither tried nor published', async () => {
      const { id, notices, may } = await begin({ changes: { [key]: entry(14, ['nowhere#at-all']) } });
      expect(notices[0]).toMatchObject({ code: 'value.unknown-source', severity: 'error', keys: [key] });
      expect(may.shadow).toEqual({ allowed: false, because: 'some of its values have to be mended first' });
      const refused = await act(id, 'shadow');
      expect(refused.status).toBe(409);
      expect(refused.body.issues).toEqual([{ path: `changes.${key}`, reason: expect.stringContaining('nowhere#at-all') }]);
      const unpublished = await act(id, 'publish', { client: chief });
      expect(unpublished.status).toBe(409);
      expect(unpublished.body).toMatchObject({ detail: expect.stringContaining('mended'), issues: refused.body.issues });
    });

    it('that are discarded are over', async () => {
      const { id } = await begin();
      expect((await act(id, 'discard', { body: { reason: 'no longer wanted' } })).body).toMatchObject({
        state: 'discarded',
        ended: { by: 'Ms. lead-advisor', reason: 'no longer wanted' },
      });
      for (const action of ['shadow', 'discard']) expect((await act(id, action)).status).toBe(409);
      expect((await act(id, 'publish', { client: chief })).status).toBe(409);
      expect((await write(id, draftOf(), 1)).status).toBe(409);
    });
  });

  describe('when tried', () => {
    it('say who would move, in numbers that agree and by name, and touch nothing that people see', async () => {
      const before = await picture();
      const { id } = await begin({ changes: moving });
      const asked = await Promise.all([act(id, 'shadow'), act(id, 'shadow')]);
      expect(asked.map(({ status }) => status)).toEqual([202, 202]);
      expect(
        asked[0].body.runs.map((run: Run) => run.id),
        'asking twice gives one run',
      ).toEqual(asked[1].body.runs.map((run: Run) => run.id));
      expect(asked[0].body).toMatchObject({ state: 'running', seasons: [season], runs: [{ kind: 'shadow', policyVersionId: id }] });
      expect((await read(id)).shadow).toBe('running');
      const changes = await compareRun(api, asked[0].body.runs[0].id);
      expect(changes.length).toBeGreaterThan(0);
      const result: Shadow = (await lead.get(`/api/v1/policy-versions/${id}/shadow?season=${season}`)).body;
      expect(result).toMatchObject({
        state: 'current',
        asOf: today,
        against: defaultPolicy.version,
        applicants: { population: 60, assessed: 60, failed: 0, changed: changes.length, unchanged: 60 - changes.length, reworded: 0 },
        moversTotal: changes.length,
      });
      expect(result.runs[0]).toMatchObject({ state: 'compared', publishedAt: null });
      const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, count) => all + count, 0);
      expect(sum(result.levels.before)).toBe(60);
      expect(sum(result.levels.after)).toBe(60);
      expect(sum(result.moves)).toBe(changes.length);
      expect(result.byType.reduce((all, { applicants }) => all + applicants, 0)).toBe(60);
      const atRisk = ({ levels }: Shadow, when: 'before' | 'after') => levels[when]['at-risk'] + levels[when]['high-risk'];
      for (const when of ['before', 'after'] as const) {
        expect(result.byAdvisor.reduce((all, load) => all + load[when], 0)).toBe(atRisk(result, when));
      }
      const [move] = Object.entries(result.moves).find(([, count]) => count > 0) ?? [];
      const narrowed: Shadow = (await lead.get(`/api/v1/policy-versions/${id}/shadow?move=${move}`)).body;
      expect(narrowed.movers.length).toBe(result.moves[move as 'up']);
      expect(narrowed.applicants.changed, 'numbers stay').toBe(changes.length);
      expect(await picture()).toEqual(before);
    });

    it('are stale once the draft says something else, and current again when it is tried again', async () => {
      const { id, version, reason, effectiveOn } = await begin();
      await tried(id);
      expect((await read(id)).shadow).toBe('current');
      expect((await write(id, { version, reason: 'Better said.', effectiveOn, changes: { [key]: entry(14) } }, 1)).body.shadow).toBe(
        'current',
      );
      expect((await write(id, { version, reason, effectiveOn, changes: { [key]: entry(15) } }, 2)).body.shadow).toBe('stale');
      const refused = await act(id, 'publish', { client: chief, revision: 3 });
      expect(refused.status).toBe(409);
      expect(refused.body.detail).toContain('have changed since it was tried');
      expect((await tried(id)).state).toBe('current');
      const later = addDays(today, 30);
      expect((await write(id, { version, reason, effectiveOn: later, changes: { [key]: entry(15) } }, 3)).body.shadow).toBe('stale');
      expect(await tried(id)).toMatchObject({ state: 'current', asOf: later });
      await api.db.query(`update run set rules_digest = 'of another release' where kind = 'shadow' and policy_version_id = $1`, [id]);
      expect((await read(id)).shadow, 'the rules are others').toBe('stale');
    });

    it('copy what the draft says when it is asked for, whatever it says later', async () => {
      const { id, version, reason, effectiveOn } = await begin();
      const [run] = (await act(id, 'shadow')).body.runs as [Run];
      await write(id, { version, reason, effectiveOn, changes: {} }, 1);
      await compareRun(api, run.id);
      const [row] = await api.db.query('select policy_changes as changes, base_policy_version as base from run where id = $1', [run.id]);
      expect(row).toEqual({ changes: { [key]: entry(14) }, base: defaultPolicy.version });
      expect((await read(id)).shadow).toBe('stale');
    });

    it('can be cancelled like any run, and by no path be published', async () => {
      const { id } = await begin();
      const [run] = (await act(id, 'shadow')).body.runs as [Run];
      for (const path of ['approve', 'discard'])
        expect((await chief.ask('POST', `/api/v1/runs/${run.id}/${path}`, { body: {} })).status).toBe(409);
      expect((await lead.ask('POST', `/api/v1/runs/${run.id}/cancel`, { body: {} })).body.state).toBe('cancelled');
      expect((await read(id)).shadow).toBe('failed');
      expect((await act(id, 'publish', { client: chief })).status).toBe(409);
      const { runs } = await tried(id);
      expect(runs[0]?.id).not.toBe(run.id);
      expect(await publishAssessed(api, runs[0]?.id ?? 0)).toBe(false);
      for (const state of ['closed', 'published', 'held']) {
        await expect(api.db.query('update run set state = $2 where id = $1', [runs[0]?.id, state])).rejects.toThrow('run_shadow_apart');
      }
      await expect(api.db.query('update run set published_at = now() where id = $1', [runs[0]?.id])).rejects.toThrow('run_shadow_apart');
      await expect(api.db.query(`update run set kind = 'manual' where id = $1`, [runs[0]?.id])).rejects.toThrow('run_shadow_apart');
    });

    it('are in the list of runs by their kind and are not the last run', async () => {
      const { id } = await begin();
      const { runs } = await tried(id);
      const { body } = await lead.list('runs', { filter: { kind: ['shadow'] }, sort: ['id', 'DESC'] });
      expect(body[0]).toMatchObject({ id: runs[0]?.id, state: 'compared', counts: { opened: 0, closed: 0 } });
      const home = (await lead.get(`/api/v1/home?season=${season}`)).body;
      expect(home.lastRun.kind).toBe('weekly');
      await act(id, 'shadow');
      expect((await lead.get(`/api/v1/home?season=${season}`)).body.liveRun).toBeNull();
    });
  });

  describe('when published', () => {
    it('are in force at once, ask for a run of the season that names them, and are said key by key', async () => {
      const detail = await published({ changes: { [key]: entry(14), ...moving } });
      expect(detail).toMatchObject({ state: 'published', inForce: true, published: { by: dean.name }, shadow: 'current' });
      const [run] = (await lead.list('runs', { filter: { kind: ['manual'] }, sort: ['id', 'DESC'] })).body as [Run];
      expect(run).toMatchObject({ state: 'queued', policy: detail.version, policyVersionId: detail.id, asOf: today });
      expect(run.requestedBy).toContain(detail.version);
      await assessRun(api, run.id);
      await publishAssessed(api, run.id);
      const policy = await inForce();
      expect(policy).toMatchObject({ version: detail.version, versionId: detail.id, effectiveOn: today, changes: detail.changes });
      const shown = policy.keys.find((each) => each.key === key);
      expect(shown).toMatchObject({
        inForce: '2010-01-01',
        values: [{ value: 14, sources: [{ id: 'school#council of 2 November', title: expect.stringContaining('council of 2 November') }] }],
        standard: [{ value: 10 }],
        changed: { versionId: detail.id, version: detail.version, by: 'Ms. lead-advisor', reason: detail.reason },
      });
      expect(shown?.rules.length).toBeGreaterThan(0);
      expect(policy.keys.find((each) => each.key === 'category.B.gap-up-to')).toMatchObject({ changed: null, standard: null });
      expect((await lead.get('/api/v1/rulebook')).body).toMatchObject({ policy: detail.version, changes: detail.changes });
      const applicant = await someoneOf(run.id);
      expect(applicant.assessed).toMatchObject({ policy: detail.version, rulesDigest: policy.rulesDigest, runId: run.id });
      const preview = await lead.ask('POST', '/api/v1/assessments/preview', { body: { asOf: today, record: applicant.record } });
      expect(preview.body.policy).toBe(detail.version);
      const answer = await withdraw(detail.id);
      expect(answer.body).toMatchObject({ state: 'withdrawn', inForce: false, ended: { by: dean.name, reason: 'spec' } });
      expect((await inForce()).version).toBe(defaultPolicy.version);
      const [after] = (await lead.list('runs', { filter: { kind: ['manual'] }, sort: ['id', 'DESC'] })).body as [Run];
      expect(after).toMatchObject({ policy: defaultPolicy.version, policyVersionId: null, state: 'queued' });
    });

    it('need somebody who had no hand in writing them', async () => {
      const own = await begin({}, chief);
      await tried(own.id);
      const refused = await act(own.id, 'publish', { client: chief });
      expect(refused.status).toBe(403);
      expect(refused.body.detail).toBe(
        'That is not allowed: a policy is published by somebody who had no hand in writing it, and you wrote or edited this version; ask another dean or administrator.',
      );
      const edited = await begin();
      await write(edited.id, draftOf({ changes: { [key]: entry(11) } }), 1, chief);
      await tried(edited.id);
      expect((await act(edited.id, 'publish', { client: chief, revision: 2 })).status).toBe(403);
      expect((await read(edited.id, chief)).may.publish.because).toContain('no hand in writing it');
      await expect(
        api.db.query(
          `update policy_version set state = 'published', published_at = now(), published_by = (select id from person where email = $2) where id = $1`,
          [edited.id, dean.email],
        ),
      ).rejects.toThrow('written by who would publish it');
      const admin = await signIn(api, { email: 'admin@example.edu', password: dean.password });
      expect((await act(edited.id, 'publish', { client: admin, revision: 2 })).status).toBe(200);
      await withdraw(edited.id);
    });

    it('need a trial, and the revision that was looked at', async () => {
      const { id } = await begin();
      const untried = await act(id, 'publish', { client: chief });
      expect(untried.status).toBe(409);
      expect(untried.body.detail).toContain('has not been tried');
      await tried(id);
      expect((await act(id, 'publish', { client: chief, revision: 7 })).status).toBe(412);
      expect((await chief.ask('POST', `/api/v1/policy-versions/${id}/publish`, { body: {} })).status).toBe(428);
      expect((await read(id, chief)).may.publish.allowed).toBe(true);
    });

    it('must be free of errors, even where a trial of just that stands', async () => {
      const { id } = await begin();
      await tried(id);
      expect((await read(id, chief)).may.publish.allowed).toBe(true);
      // As after an update of the product whose register no longer holds the source.
      const changes = JSON.stringify({ [key]: entry(14, ['nowhere#at-all']) });
      await sql(api.db, 'demo', 'update policy_version set changes = $2::jsonb where id = $1', [id, changes]);
      await sql(api.db, 'demo', 'update run set policy_changes = $2::jsonb where policy_version_id = $1', [id, changes]);
      const { shadow, may } = await read(id, chief);
      expect(shadow).toBe('current');
      expect(may.publish).toEqual({ allowed: false, because: 'some of its values have to be mended first' });
      const refused = await act(id, 'publish', { client: chief });
      expect(refused.status).toBe(409);
      expect(refused.body.issues).toEqual([{ path: `changes.${key}`, reason: expect.stringContaining('nowhere#at-all') }]);
      expect((await read(id)).state).toBe('draft');
    });

    it('are fixed', async () => {
      const { id, version } = await published();
      expect((await write(id, draftOf(), 1)).status).toBe(409);
      expect((await act(id, 'discard')).status).toBe(409);
      for (const change of [`changes = '{}'`, `effective_on = '2030-01-01'`, `state = 'draft', published_by = null, published_at = null`]) {
        await expect(api.db.query(`update policy_version set ${change} where id = $1`, [id]), change).rejects.toThrow(
          /fixed|cannot become/,
        );
      }
      await expect(api.db.query('delete from policy_version where id = $1', [id])).rejects.toThrow('append-only');
      await expect(
        api.db.query(
          `insert into policy_version (school_id, version, state, reason, effective_on, changes, author, created_at, updated_at, published_by, published_at)
           select school_id, 'by hand', state, reason, effective_on, changes, author, created_at, updated_at, published_by, published_at
           from policy_version where id = $1`,
          [id],
        ),
      ).rejects.toThrow('begins as a draft');
      expect((await act(id, 'withdraw', { client: chief })).status, 'without a reason').toBe(422);
      await withdraw(id);
      expect((await withdraw(id)).status).toBe(409);
      expect((await read(id)).version).toBe(version);
    });

    it('come one after the other by their days; another one published since makes a trial stale', async () => {
      const first = await published({ effectiveOn: '2026-11-01' });
      const waiting = await begin({ effectiveOn: today, changes: { [key]: entry(16) } });
      expect(waiting).toMatchObject({ basedOn: { id: first.id }, against: first.version });
      await tried(waiting.id);
      const second = await published({ effectiveOn: '2026-11-10', changes: { [key]: entry(14), 'category.B.gap-up-to': entry(24) } });
      expect((await read(waiting.id)).shadow, 'what it was compared with is another').toBe('stale');
      const policy = await inForce();
      expect(policy.version).toBe(second.version);
      expect(policy.keys.find((each) => each.key === key)?.changed, 'taken over from the version before').toMatchObject({
        version: first.version,
      });
      expect(policy.keys.find((each) => each.key === 'category.B.gap-up-to')?.changed).toMatchObject({ version: second.version });
      const later = await published({ effectiveOn: addDays(today, 20) });
      expect(await inForce()).toMatchObject({ version: second.version, next: { id: later.id, effectiveOn: addDays(today, 20) } });
      const before = (await lead.list('runs', { filter: { kind: ['manual'] } })).headers.get('content-range');
      await withdraw(later.id);
      expect(
        (await lead.list('runs', { filter: { kind: ['manual'] } })).headers.get('content-range'),
        'nothing in force today changed',
      ).toBe(before);
      await withdraw(second.id);
      expect((await inForce()).version).toBe(first.version);
      await withdraw(first.id);
      expect((await inForce()).version).toBe(defaultPolicy.version);
    });

    it('do not change a run that was opened before', async () => {
      const runId = await assessCohort(api, addDays(today, -1), { publish: false });
      const version = await published({ effectiveOn: '2026-11-01' });
      const [run] = await api.db.query('select policy_version as version from run where id = $1', [runId]);
      expect(run.version).toBe(defaultPolicy.version);
      const { id: after } = (await lead.ask('POST', '/api/v1/runs', { body: { season, asOf: '2026-10-31' } })).body;
      const { id: on } = (await lead.ask('POST', '/api/v1/runs', { body: { season, asOf: '2026-11-02' } })).body;
      for (const id of [after, on]) await assessRun(api, id);
      const rows = await api.db.query(`select policy_version as version from run where school_id = 'demo' and id = any ($1) order by id`, [
        [after, on],
      ]);
      expect(
        rows.map((row: { version: string }) => row.version),
        'by the day each is as of',
      ).toEqual([defaultPolicy.version, version.version]);
      await withdraw(version.id);
    });
  });

  describe('and who may', () => {
    it('begin, try, discard: deans, lead advisors, administrators; publish: deans and administrators', async () => {
      const refused = await advisor.ask('POST', '/api/v1/policy-versions', { body: draftOf() });
      expect(refused.status).toBe(403);
      expect(refused.body.detail).toBe(
        'That is not allowed: this is for a dean, lead advisor, or administrator, and you are signed in as advisor.',
      );
      const { id } = await begin();
      expect((await write(id, draftOf(), 1, advisor)).status).toBe(403);
      for (const action of ['shadow', 'discard', 'publish', 'withdraw']) {
        expect((await act(id, action, { client: advisor, body: { reason: 'x' } })).status, action).toBe(403);
      }
      for (const action of ['publish', 'withdraw']) {
        expect((await act(id, action, { body: { reason: 'x' } })).body.detail, action).toContain('is for a dean or administrator');
      }
      const seen = await read(id, advisor);
      expect(Object.values(seen.may).map(({ allowed }) => allowed)).toEqual([false, false, false, false, false]);
      expect((await read(id)).may).toMatchObject({ edit: { allowed: true }, publish: { allowed: false }, withdraw: { allowed: false } });
    });

    it('see them: the school', async () => {
      const { account } = await seedOtherSchool(api);
      const other = await signIn(api, account);
      const { id } = await begin();
      expect((await other.get(`/api/v1/policy-versions/${id}`)).status).toBe(404);
      expect((await other.get(`/api/v1/policy-versions/${id}/shadow`)).status).toBe(404);
      for (const action of ['shadow', 'discard', 'publish', 'withdraw']) {
        expect((await act(id, action, { client: other, body: { reason: 'x' } })).status, action).toBe(404);
      }
      expect((await write(id, draftOf(), 1, other)).status).toBe(404);
      expect((await other.list('policy-versions')).body).toEqual([]);
      const empty = await other.ask('POST', '/api/v1/policy-versions', { body: draftOf() });
      expect(empty.status).toBe(201);
    });

    it.each([
      ['policy-versions/0', 404],
      ['policy-versions/99999', 404],
      ['policy-versions/x/shadow', 404],
      ['policy-versions?filter={"state":["x"]}', 400],
      ['policy-versions?sort=["reason","ASC"]', 400],
    ])('GET %s is %i', async (path, status) => {
      expect((await lead.get(`/api/v1/${path}`)).status).toBe(status);
    });
    it('a result of a season that is none, or of a move that is none, is refused', async () => {
      const { id } = await begin();
      expect((await lead.get(`/api/v1/policy-versions/${id}/shadow?season=2031`)).status).toBe(404);
      expect((await lead.get(`/api/v1/policy-versions/${id}/shadow?move=sideways`)).status).toBe(400);
    });
  });

  /** Everything a shadow run must not touch. */
  const picture = async () => {
    const tables = ['standing_answer', 'flag', 'flag_event', 'level_change', 'cohort_level', 'applicant_summary', 'run_answer'];
    return Promise.all(tables.map((table) => api.db.query(`select md5(string_agg(t::text, '|' order by t::text)) as all from ${table} t`)));
  };

  const someoneOf = async (runId: number) => {
    const [row] = await api.db.query('select applicant_id as id from standing_answer where run_id = $1 limit 1', [runId]);
    return (await lead.get(`/api/v1/applicants/${row.id}`)).body;
  };
});
