import { maximumPage } from '@matchwatch/contracts';
import { type ApplicantRecord, riskRank } from '@matchwatch/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  assessCohort,
  type Client,
  type RunningApi,
  season,
  seedApplicants,
  seedOtherSchool,
  signIn,
  startApi,
} from '../../spec/spec-kit.js';

describe('applicants', () => {
  let api: RunningApi;
  let client: Client;
  let records: ApplicantRecord[];
  let elsewhere: number;
  beforeAll(async () => {
    api = await startApi();
    records = await seedApplicants(api);
    elsewhere = (await seedOtherSchool(api)).applicantId;
    await assessCohort(api, '2026-11-20');
    client = await signIn(api);
  });
  afterAll(() => api.stop());

  const list = (query = {}) => client.list('applicants', query);
  const anyone = async () => (await list({ range: [0, 0] })).body[0].id as number;

  describe('as a list', () => {
    it('come most urgent first, in a page, with how many there are in all', async () => {
      const reply = await client.get('/api/v1/applicants');
      expect(reply.status).toBe(200);
      expect(reply.headers.get('content-range')).toBe(`applicants 0-24/${records.length}`);
      const ranks = reply.body.map((row: { riskLevel: keyof typeof riskRank }) => riskRank[row.riskLevel]);
      expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
      expect(reply.body[0].reasons.length).toBeGreaterThan(0);
      expect(reply.body[0].trend).toEqual([{ on: '2026-11-20', level: reply.body[0].riskLevel }]);
    });

    it('are the same rows whichever way they are paged', async () => {
      const whole = (await list({ sort: ['name', 'ASC'], range: [0, 59] })).body.map(({ id }: { id: number }) => id);
      const parts = [
        ...(await list({ sort: ['name', 'ASC'], range: [0, 6] })).body,
        ...(await list({ sort: ['name', 'ASC'], range: [7, 59] })).body,
      ].map(({ id }: { id: number }) => id);
      expect(parts).toEqual(whole);
      expect(new Set(whole).size).toBe(records.length);
    });

    it('say where they end', async () => {
      const beyond = await list({ range: [500, 524] });
      expect(beyond.body).toEqual([]);
      expect(beyond.headers.get('content-range')).toBe(`applicants */${records.length}`);
    });

    it('are narrowed by every word of a search, in any order and case', async () => {
      const { given, family } = (records[3] as ApplicantRecord).name;
      const { body } = await list({ filter: { q: `${family.toUpperCase()} ${given.slice(0, 3)}` } });
      expect(body.map((row: { name: object }) => row.name)).toContainEqual({ given, family, preferred: null });
      expect((await list({ filter: { q: '%' } })).body).toEqual([]);
    });

    it('are narrowed by facts, whose counts agree with the facets', async () => {
      const filter = { season, riskLevel: ['high-risk', 'at-risk'] };
      const { body: facets } = await client.get(`/api/v1/applicants/facets?filter=${encodeURIComponent(JSON.stringify(filter))}`);
      for (const [type, applicants] of Object.entries<number>(facets.applicantType)) {
        const { headers } = await list({ filter: { ...filter, applicantType: [type] } });
        expect(headers.get('content-range')).toMatch(new RegExp(`/${applicants}$`));
      }
      const [rule, flagged] = Object.entries(facets.rule)[0] as [string, number];
      expect((await list({ filter: { ...filter, rule } })).headers.get('content-range')).toMatch(new RegExp(`/${flagged}$`));
      // A facet counts what choosing another of its values would show.
      expect(facets.riskLevel['on-track']).toBeGreaterThan(0);
    });

    it('put empty fields last whichever way they are ordered', async () => {
      for (const direction of ['ASC', 'DESC']) {
        const scores = (await list({ sort: ['step2Score', direction], range: [0, 59] })).body.map(
          (row: { step2Score: number | null }) => row.step2Score,
        );
        const known = scores.filter((score: number | null) => score !== null);
        expect(known.length).toBeLessThan(scores.length);
        expect(scores.slice(0, known.length)).toEqual(known);
      }
    });

    it.each([
      ['a field that cannot be sorted by', { sort: ['passwordHash', 'ASC'] }],
      ['a direction that is none', { sort: ['name', 'ASC; drop table person'] }],
      ['a filter that does not exist', { filter: { document: 'x' } }],
      ['a value that does not exist', { filter: { riskLevel: ['doomed'] } }],
      ['too many rows', { range: [0, maximumPage] }],
      ['rows that run backwards', { range: [10, 5] }],
      ['a direction of change without its day', { filter: { direction: 'worse' } }],
      ['a parameter that does not exist', { embed: 'record' }],
      ['a day that does not exist', { filter: { changedSince: '2026-02-30' } }],
    ])('refuse %s', async (_, query) => {
      const { status, body, headers } = await list(query);
      expect(status).toBe(400);
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(body.issues.length).toBeGreaterThan(0);
      expect(body.message).toBe(body.detail);
    });

    it('are those of the own school', async () => {
      expect((await list({ filter: { id: [elsewhere] } })).body).toEqual([]);
      expect((await client.get(`/api/v1/applicants/${elsewhere}`)).status).toBe(404);
      expect((await client.get(`/api/v1/applicants/${elsewhere}/history`)).status).toBe(404);
    });
  });

  describe('one by one', () => {
    it('come with the record, the answer, flags and how the answer was made', async () => {
      const id = await anyone();
      const { body, headers } = await client.get(`/api/v1/applicants/${id}`);
      expect(headers.get('etag')).toBe('"1"');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(body).toMatchObject({
        id,
        version: 1,
        reassessing: false,
        assessed: { recordVersion: 1 },
        change: { by: 'Seed', source: 'demo' },
      });
      expect(body.answer.riskLevel).toBe(body.summary.riskLevel);
      expect(body.flags.length).toBe(body.answer.findings.length + body.answer.careGaps.length);
      expect(body.events.length).toBe(body.flags.length);
    });

    it('leave a line in the log that says who looked, and no name', async () => {
      const id = await anyone();
      const { body } = await client.get(`/api/v1/applicants/${id}`);
      const line = api.log.findLast((each) => each.includes('applicant.viewed')) ?? '';
      expect(JSON.parse(line)).toMatchObject({ event: 'applicant.viewed', personId: client.session.user.id, applicantId: id });
      expect(api.log.join('')).not.toContain(body.record.name.family);
    });

    it.each(['0', '-1', 'x', '1e3', '99999999999', '1%00', '__proto__'])('are not found under %s', async (id) => {
      expect((await client.get(`/api/v1/applicants/${id}`)).status).toBe(404);
    });
  });

  describe('writing a record', () => {
    const write = (id: number, record: unknown, ifMatch?: string) =>
      client.ask('PUT', `/api/v1/applicants/${id}/record`, {
        body: { record, reason: 'Told by phone' },
        headers: ifMatch ? { 'if-match': ifMatch } : {},
      });
    const runsOf = (id: number) =>
      api.db.query(`select slot, kind, applicant_ids, state from run where school_id = 'demo' and $1 = any (applicant_ids)`, [id]);

    it('keeps it with its history, and orders a reassessment with it', async () => {
      const { body: before } = await client.get(`/api/v1/applicants/${await anyone()}`);
      const record = { ...before.record, email: 'new@example.edu' };
      const { status, body, headers } = await write(before.id, record, '"1"');
      expect(status).toBe(200);
      expect(headers.get('etag')).toBe('"2"');
      expect(body).toMatchObject({
        version: 2,
        reassessing: true,
        record: { email: 'new@example.edu' },
        change: { by: 'Margaret Whitfield', reason: 'Told by phone' },
      });
      expect(await runsOf(before.id)).toEqual([
        { slot: `edit:${before.id}:v2`, kind: 'reassess', applicant_ids: [before.id], state: 'queued' },
      ]);
      const { body: history } = await client.get(`/api/v1/applicants/${before.id}/history`);
      expect(history).toMatchObject([
        {
          version: 2,
          source: 'screen',
          knownOn: '2026-11-20',
          changes: [{ path: 'email', before: before.record.email, after: 'new@example.edu' }],
        },
        { version: 1, changes: [] },
      ]);
    });

    it('does nothing when it says what stands', async () => {
      const { body } = await client.get(`/api/v1/applicants/${(await list({ sort: ['name', 'DESC'], range: [0, 0] })).body[0].id}`);
      expect((await write(body.id, body.record, '"1"')).body.version).toBe(1);
      expect(await runsOf(body.id)).toEqual([]);
    });

    it('wants to know what it was based on, and loses against a newer one', async () => {
      const [{ id }] = (await list({ sort: ['name', 'ASC'], range: [0, 0] })).body;
      const { body } = await client.get(`/api/v1/applicants/${id}`);
      expect((await write(id, body.record)).status).toBe(428);
      expect((await write(id, body.record, '*')).status).toBe(428);
      expect((await write(id, body.record, 'newest')).status).toBe(400);
      const late = await write(id, { ...body.record, email: 'late@example.edu' }, '"7"');
      expect(late.status).toBe(412);
      expect(late.body).toMatchObject({ currentVersion: 1, type: 'urn:matchwatch:problem:version-conflict' });
    });

    it('lets one of two at once win', async () => {
      const [{ id }] = (await list({ sort: ['externalId', 'DESC'], range: [0, 0] })).body;
      const { body } = await client.get(`/api/v1/applicants/${id}`);
      const both = await Promise.all(['a', 'b'].map((who) => write(id, { ...body.record, email: `${who}@example.edu` }, '"1"')));
      expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
    });

    it('names every fault by its path', async () => {
      const { body } = await client.get(`/api/v1/applicants/${await anyone()}`);
      const wrong = { ...body.record, nickname: 'x', exams: [{ exam: 'step1', takenOn: '2026-02-30' }] };
      const reply = await write(body.id, wrong, '"1"');
      expect(reply.status).toBe(422);
      expect(reply.body.issues.map(({ path }: { path: string }) => path).sort()).toEqual(['record.exams.0.takenOn', 'record.nickname']);
      const moved = await write(body.id, { ...body.record, externalId: 'another', school: 'other' }, '"1"');
      expect(moved.body.issues.map(({ path }: { path: string }) => path)).toEqual(['record.externalId', 'record.school']);
    });

    it('finds none of another school', async () => {
      expect((await write(elsewhere, records[0], '"1"')).status).toBe(404);
    });
  });
});
