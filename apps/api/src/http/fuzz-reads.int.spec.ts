import { problemSchema } from '@matchwatch/contracts';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../spec/fuzz/suite.js';
import { signIn } from '../../spec/spec-kit.js';

// Reading changes nobody, so that the same people can ask for more afterwards.
const api = await fuzz(({ verb }) => verb === 'get');

describe('in particular', () => {
  const dean = async () => signIn(api);

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
  ])('a body that is %s is refused', async (_, body, status) => {
    expect((await (await dean()).ask('POST', '/api/v1/runs', { body })).status).toBe(status);
  });

  it.each([
    ['1900-01-01', 422],
    ['2199-12-31', 200],
  ])('asked as of %s it answers %i', async (asOf, status) => {
    const client = await dean();
    const record = { externalId: 'F-1', name: { given: 'Fay', family: 'Uzz' }, season: 2027, applicantType: 'us-md' };
    expect((await client.ask('POST', '/api/v1/assessments/preview', { body: { asOf, record } })).status).toBe(status);
  });

  it('an unknown address is a problem that does not repeat what was asked', async () => {
    const { status, body } = await (await dean()).get('/api/v2/applicants?q=Osei');
    expect(status).toBe(404);
    expect(body.detail).toBe('There is nothing at this address.');
    expect(JSON.stringify(body)).not.toContain('Osei');
  });

  it('what is no HTTP, or too long an address, is a problem all the same', async () => {
    const { status, headers, body } = await (await dean()).get(`/api/v1/applicants?filter=${'x'.repeat(20_000)}`);
    expect(status).toBe(431);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(problemSchema.parse(body).detail).toMatch(/too long/);
  });
});
