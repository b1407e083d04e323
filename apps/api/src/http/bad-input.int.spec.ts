import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessCohort, type Client, type Reply, type RunningApi, seedApplicants, signIn, startApi } from '../../spec/spec-kit.js';

const numRuns = 60;
const leaks = /select |insert |\bat .+\.(ts|js):\d+|node_modules|QueryFailed|syntax error/i;

describe('bad input', () => {
  let api: RunningApi;
  let client: Client;
  beforeAll(async () => {
    api = await startApi();
    await seedApplicants(api, 5);
    await assessCohort(api, '2026-11-20');
    client = await signIn(api);
  });
  afterAll(() => api.stop());

  function expectRefusal({ status, headers, body }: Reply): void {
    expect(status).toBeLessThan(500);
    if (status < 400) return;
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body.status).toBe(status);
    expect(JSON.stringify(body)).not.toMatch(leaks);
  }

  // An address cannot hold half a character; everything else it can.
  const wellFormed = (text: string) => Buffer.from(text).toString();
  const oddText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('\u0000', "'; drop table person; --", '__proto__', '\ud800', '%', '🙂'.repeat(30), '0000-01-01', '9'.repeat(400)),
  );
  const oddValue: fc.Arbitrary<unknown> = fc.oneof(
    oddText,
    fc.double(),
    fc.integer(),
    fc.constantFrom(null, true, [], {}, 1e308, -0, Number.MAX_SAFE_INTEGER),
    fc.jsonValue(),
  );
  const keys = [
    'id',
    'q',
    'season',
    'riskLevel',
    'specialty',
    'advisor',
    'rule',
    'flagLevel',
    'changedSince',
    'direction',
    'staleSince',
    'noAdvisor',
  ];

  it('in the query of a list is refused with a reason', async () => {
    const filter = fc.dictionary(fc.constantFrom(...keys), oddValue, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('applicants', 'runs', 'imports', 'policy-versions'),
        filter,
        oddValue,
        oddValue,
        async (resource, filter, sort, range) => {
          expectRefusal(await client.list(resource, { filter }));
          expectRefusal(await client.list(resource, { sort, range }));
          expectRefusal(await client.list(resource, { sort: ['id', sort], range: [range, 5] }));
        },
      ),
      { numRuns },
    );
  });

  it('in filters that are well formed finds nothing and breaks nothing', async () => {
    await fc.assert(
      fc.asyncProperty(oddText, oddText, async (q, rule) =>
        expectRefusal(await client.list('applicants', { filter: { q, rule: rule.slice(0, 80), advisor: q } })),
      ),
      { numRuns },
    );
  });

  it('in a raw query or path is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('applicants', 'applicants/facets', 'home', 'runs'), oddText, async (path, text) => {
        expectRefusal(
          await client.get(`/api/v1/${path}?filter=${encodeURIComponent(wellFormed(text))}&season=${encodeURIComponent(wellFormed(text))}`),
        );
        expectRefusal(await client.get(`/api/v1/${path}/${encodeURIComponent(wellFormed(text))}`));
      }),
      { numRuns },
    );
    for (const path of [
      '/api/v1/applicants/%E0%A4%A',
      '/api/v1/home?season=%',
      '/api/v1/applicants?filter={}&filter={}',
      '/api/v1/applicants?__proto__[x]=1',
    ]) {
      expectRefusal(await client.get(path));
    }
  });

  it('in a body is refused', async () => {
    const base = (await client.get('/api/v1/applicants/1')).body.record;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(base), 'exams', 'match'), oddValue, async (key, value) => {
        const record = { ...base, [key]: value };
        expectRefusal(await client.ask('PUT', '/api/v1/applicants/1/record', { body: { record }, headers: { 'if-match': '"1"' } }));
        expectRefusal(await client.ask('POST', '/api/v1/assessments/preview', { body: { asOf: '2026-11-20', record } }));
        expectRefusal(await client.ask('POST', '/api/v1/runs', { body: { season: value, asOf: value } }));
        const entry = { value, sources: value, confirm: value };
        const draft = { version: value, reason: 'Spec', effectiveOn: '2026-11-20', changes: value };
        for (const body of [
          draft,
          { ...draft, version: `${key} ${Math.random()}`, changes: { 'category.A.gap-up-to': { '2010-01-01': entry } } },
          { ...draft, version: `${key} ${Math.random()}`, changes: { 'season.2027': { '2010-01-01': { value, sources: [] } } } },
          { ...draft, version: 'odd', effectiveOn: value, changes: { [JSON.stringify(value) ?? 'odd']: value } },
        ])
          expectRefusal(await client.ask('POST', '/api/v1/policy-versions', { body }));
        expectRefusal(await client.ask('POST', '/api/v1/session', { body: { email: value, password: value } }));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['no JSON', '{"record":', 400],
    ['a number too large for JSON', '{"season":1e309}', 422],
    ['a prototype', '{"__proto__":{"season":2027},"season":2027}', 400],
    ['a hundred thousand levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400],
    ['more than a megabyte', JSON.stringify({ reason: 'x'.repeat(1_100_000) }), 413],
    ['a lone surrogate', '{"season":2027,"asOf":"\\ud800"}', 422],
    ['the year 0000', '{"season":2027,"asOf":"0000-01-01"}', 422],
    ['a list', '[]', 422],
    ['nothing', '', 422],
  ])('that is %s is refused', async (_, body, status) => {
    const reply = await client.ask('POST', '/api/v1/runs', { body });
    expectRefusal(reply);
    expect(reply.status).toBe(status);
  });

  it('that is no JSON at all is refused', async () => {
    expect(
      (await client.ask('POST', '/api/v1/runs', { body: 'season=2027', headers: { 'content-type': 'application/x-www-form-urlencoded' } }))
        .status,
    ).toBe(422);
  });

  it.each([
    ['1900-01-01', 422],
    ['2199-12-31', 200],
  ])('or no bad input: asked as of %s it answers %i', async (asOf, status) => {
    const record = (await client.get('/api/v1/applicants/2')).body.record;
    const reply = await client.ask('POST', '/api/v1/assessments/preview', { body: { asOf, record } });
    expectRefusal(reply);
    expect(reply.status).toBe(status);
  });

  it('at an unknown address is a problem in JSON', async () => {
    const reply = await client.get('/api/v2/applicants?q=Osei');
    expect(reply.status).toBe(404);
    expect(reply.body.detail).toBe('There is nothing at this address.');
    expect(JSON.stringify(reply.body)).not.toContain('Osei');
  });
});
