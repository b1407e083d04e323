import { isDay } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import type { PolicyValue } from './entry.js';
import { defaultPolicy, readPolicyChanges } from './index.js';

const read = (key: string, value: unknown) => readPolicyChanges({ [key]: { '2026-01-01': { value, sources: ['school'] } } });
const faultOf = (key: string, value: unknown) => {
  const result = read(key, value);
  return result.ok
    ? 'accepted'
    : result.faults.map(({ path, reason }) => `${path.replace(`${key}.2026-01-01.`, '')}: ${reason}`).join('; ');
};

describe('a value', () => {
  it.each(Object.entries(defaultPolicy.values as unknown as Record<string, PolicyValue<unknown>>))(
    'of the default is of its kind: %s',
    (key, { values }) => {
      for (const [since, { value }] of Object.entries(values)) {
        expect(isDay(since)).toBe(true);
        expect(faultOf(key, value)).toBe('accepted');
      }
    },
  );

  it.each<[string, unknown, string]>([
    ['letters.total', 0, 'accepted'],
    ['letters.total', -1, 'value: must be from 0 to 20'],
    ['letters.total', 2.5, 'value: must be a whole number'],
    ['letters.total', '3', 'value: must be a number'],
    ['letters.total', null, 'value: must be a number'],
    ['letters.total', Number.NaN, 'value: must be a number'],
    ['letters.total', Number.POSITIVE_INFINITY, 'value: must be a number'],
    ['img.trigger.step2-below', 300, 'accepted'],
    ['img.trigger.step2-below', 301, 'value: must be from 1 to 300'],
    ['practice.question-bank.expected', 101, 'value: must be from 0 to 100'],
    ['programs.fee', { programs: 30, each: 11.25, eachBeyond: 30 }, 'accepted'],
    ['programs.fee', { programs: 30, each: 11.255, eachBeyond: 30 }, 'value.each: must be in steps of 0.01'],
    ['programs.fee', { programs: 30 }, 'value.each: is missing; value.eachBeyond: is missing'],
    ['exam.step2-category.level.A', 'note', 'accepted'],
    ['exam.step2-category.level.A', 'Watch', 'value: must be one of note, watch, act, urgent'],
    ['exam.step1.pass-fail-from', '2022-02-30', 'value: must be a calendar day written YYYY-MM-DD'],
    ['study.step2.usual-from', '06-31', 'value: must be a month and a day that every year has, written MM-DD'],
    ['study.step2.usual-from', '02-29', 'value: must be a month and a day that every year has, written MM-DD'],
    ['plan.no-specialty.watch-from', { year: 'match', on: '02-28' }, 'accepted'],
    ['plan.no-specialty.watch-from', { year: 'next', on: '02-28' }, 'value.year: must be one of before-application, application, match'],
    ['plan.no-specialty.watch-from', '02-01', 'value: must be an object of year, on'],
    ['specialty.tier.dermatology', null, 'accepted'],
    ['specialty.tier.dermatology', 'easy', 'value: must be one of the known specialty tiers'],
    ['specialty.primary-care', ['pediatrics', 'toString'], 'value.1: must be one of the known specialties'],
    ['specialty.primary-care', ['pediatrics', 'pediatrics'], 'value.1: is in the list twice'],
    ['exam.screens.img', [210], 'value: must hold 2 numbers'],
    ['exam.screens', [210, 301], 'value.1: must be from 1 to 300'],
    ['exam.screens', Array.from({ length: 1_000_000 }, (_, i) => i), 'value: must hold at most 20 items'],
    ['specialty.range.competitive', { low: 240, high: null }, 'accepted'],
    ['specialty.range.competitive', { low: 250, high: 240 }, 'value: low must not be above high'],
    ['programs.category.A', { minimum: 40, maximum: null }, 'value.maximum: must be a number'],
    ['programs.category.A', { minimum: 40, maximum: 60, share: 1 }, 'value: may hold only minimum, maximum'],
    ['signals.urology', null, 'accepted'],
    ['signals.urology', { gold: 3, silver: 5, single: 0 }, 'accepted'],
    ['season.2028', { opens: '2027-06-03' }, expect.stringContaining('value.submit: is missing') as unknown as string],
  ])('%s %j: %s', (key, value, expected) => expect(faultOf(key, value)).toEqual(expected));

  it('of a season that the default does not know is a calendar too', () => {
    const { value } = Object.values(defaultPolicy.values['season.2027']?.values ?? {})[0] ?? {};
    expect(faultOf('season.2031', value)).toBe('accepted');
    expect(faultOf('season.1066', value)).toContain('is not a key of the policy');
  });
});

describe('what is no policy', () => {
  const reasons = (given: unknown) => {
    const result = readPolicyChanges(given);
    return result.ok ? [] : result.faults.map(({ path, reason }) => `${path}: ${reason}`);
  };
  const key = 'letters.total';

  it.each<[string, unknown, string]>([
    ['nothing', undefined, ': must be an object of policy keys'],
    ['a list', [], ': must be an object of policy keys'],
    ['an unknown key', { nonsense: {} }, 'nonsense: is not a key of the policy'],
    ['a key of every object', JSON.parse('{"__proto__": {"polluted": true}}'), '__proto__: is not a key of the policy'],
    ['the name of a method', { constructor: {}, toString: {} }, 'constructor: is not a key of the policy'],
    ['no day', { [key]: {} }, `${key}: must name the day each value holds from`],
    ['a day that is none', { [key]: { yesterday: { value: 3, sources: [] } } }, `${key}.yesterday: is not a calendar day`],
    ['no value', { [key]: { '2026-01-01': { sources: [] } } }, `${key}.2026-01-01: must hold a value`],
    ['no sources', { [key]: { '2026-01-01': { value: 3 } } }, `${key}.2026-01-01.sources: must name at least one source`],
    ['a source with NUL', { [key]: { '2026-01-01': { value: 3, sources: ['a\u0000'] } } }, 'must be citations of at most 300 characters'],
    ['half a character', { [key]: { '2026-01-01': { value: 3, sources: ['\ud800'] } } }, 'must be citations of at most 300 characters'],
    [
      'a book of sources',
      { [key]: { '2026-01-01': { value: 3, sources: ['x'.repeat(301)] } } },
      'must be citations of at most 300 characters',
    ],
    ['more than an entry holds', { [key]: { '2026-01-01': { value: 3, sources: [], by: 'me' } } }, 'may hold only value, sources, confirm'],
    ['a confirm that is no yes', { [key]: { '2026-01-01': { value: 3, sources: [], confirm: 'no' } } }, 'must be true or left out'],
  ])('is refused: %s', (_, given, reason) => expect(reasons(given).join('\n')).toContain(reason));

  it('names every fault at once, and the first of very many', () => {
    expect(reasons({ a: {}, b: {}, [key]: { '2026-01-01': { value: -1 } } })).toHaveLength(4);
    expect(reasons(Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`k${i}`, 1])))).toHaveLength(200);
    const [first] = reasons({ ['x'.repeat(1_000_000)]: 1 });
    expect(first?.length).toBeLessThan(200);
  });

  it('may be nested as deeply as one likes', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(reasons({ [key]: { '2026-01-01': { value: deep, sources: [] } } })).toEqual([`${key}.2026-01-01.value: must be a number`]);
    expect(reasons({ 'exam.screens': { '2026-01-01': { value: [deep], sources: [] } } })[0]).toContain('must be a number');
  });

  it('is copied, so that nothing given can change it later', () => {
    const given = { 'exam.screens': { '2026-01-01': { value: [225, 235], sources: ['school'] } } };
    const result = readPolicyChanges(given);
    given['exam.screens']['2026-01-01'].value.push(999);
    expect(result).toMatchObject({ ok: true, changes: { 'exam.screens': { '2026-01-01': { value: [225, 235] } } } });
  });
});
