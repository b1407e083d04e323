import { answerSchema } from '@matchwatch/contracts';
import { cast, castAsOf } from '@matchwatch/demo';
import { assess, defaultPolicy, rules } from '@matchwatch/risk-rules';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, type RunningApi, signIn, startApi } from '../../spec/spec-kit.js';

const path = '/api/v1/assessments/preview';
const megabyte = 1_000_000;

describe('the preview of an assessment', () => {
  let api: RunningApi;
  let client: Client;
  beforeAll(async () => {
    api = await startApi();
    client = await signIn(api);
  });
  afterAll(() => api.stop());
  const preview = (record: unknown, asOf: unknown = castAsOf) => client.ask('POST', path, { body: { asOf, record } });

  it('answers everybody of the cast exactly as the library does, whatever rule they raise', async () => {
    const raised = new Set<string>();
    for (const { record } of cast) {
      const { status, body } = await preview(record);
      expect(status, JSON.stringify(body)).toBe(200);
      expect(body).toEqual(JSON.parse(JSON.stringify(assess(record, defaultPolicy, castAsOf))));
      expect(answerSchema.safeParse(body).success).toBe(true);
      for (const { code } of [...body.findings, ...body.careGaps]) raised.add(code);
    }
    // A record alone says nothing of the school's own work, nor when it last changed.
    const silent = rules.filter(({ code, area }) => area !== 'care' && code !== 'data.stale' && !raised.has(code));
    expect(silent.map(({ code }) => code)).toEqual([]);
  });

  it('stores nothing', async () => {
    await preview(cast[0]?.record);
    expect((await client.list('applicants')).body).toEqual([]);
  });

  const [{ record: good } = { record: undefined }] = cast;

  it.each<[string, object, string]>([
    ['a field that there is not', { nickname: 'x' }, 'nickname'],
    ['a list that is too long', { exams: Array.from({ length: 501 }, () => ({ exam: 'step1', takenOn: '2025-01-01' })) }, 'exams'],
    ['a hundred thousand items', { exams: Array.from({ length: 100_000 }, () => 1) }, 'exams'],
    ['a lone surrogate', { name: { given: '\ud800', family: 'B' } }, 'name.given'],
    ['NUL', { name: { given: 'A\u0000', family: 'B' } }, 'name.given'],
    ['a specialty of half a million characters', { specialtyPlan: { primary: 'x'.repeat(megabyte / 2) } }, 'specialtyPlan.primary'],
    ['a number that is none', { season: 'soon' }, 'season'],
    ['the name of a method', { constructor: { prototype: {} } }, 'constructor'],
  ])('of a record with %s is refused at its path, in few words', async (_, change, at) => {
    const { status, body } = await preview({ ...good, ...change });
    expect(status).toBe(422);
    const named = (body.issues as { path: string; reason: string }[]).map((issue) => issue.path);
    expect(named).toContain(`record.${at}`);
    expect(JSON.stringify(body).length).toBeLessThan(20_000);
  });

  it.each<[string, string, number]>([
    ['a megabyte', JSON.stringify({ asOf: castAsOf, record: { ...good, school: 'x'.repeat(2 * megabyte) } }), 413],
    ['a million items', JSON.stringify({ asOf: castAsOf, record: { ...good, exams: Array.from({ length: megabyte }, () => 1) } }), 413],
    ['a hundred thousand levels', `{"asOf":"${castAsOf}","record":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`, 400],
    ['thirty levels where none belong', `{"asOf":"${castAsOf}","record":${'['.repeat(29)}${']'.repeat(29)}}`, 422],
    ['a prototype', `{"asOf":"${castAsOf}","record":{"__proto__":${JSON.stringify(good)}}}`, 400],
    ['no record', `{"asOf":"${castAsOf}"}`, 422],
    ['no day', JSON.stringify({ record: good }), 422],
    ['half a text', `{"asOf":"${castAsOf}","record":`, 400],
  ])('of %s is refused', async (_, body, status) => {
    const reply = await client.ask('POST', path, { body });
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.stringify(reply.body).length).toBeLessThan(20_000);
  });

  it('is still given after all of that', async () => expect((await preview(good)).status).toBe(200));
});
