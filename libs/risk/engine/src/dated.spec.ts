import { describe, expect, it } from 'vitest';
import { dated, findEntry, inForce, resolveOn, timeline } from './dated.js';

const mark = dated<number>({
  about: 'Pass mark',
  unit: 'points',
  // Written out of order on purpose.
  values: {
    '2025-07-01': { value: 218, sources: ['marks'] },
    '2014-07-01': { value: 209, sources: ['marks'] },
    '2022-07-01': { value: 214, sources: ['marks'] },
  },
});

describe('a dated value', () => {
  it.each([
    ['2014-07-01', 209],
    ['2022-06-30', 209],
    ['2022-07-01', 214],
    ['2025-06-30', 214],
    ['2025-07-01', 218],
    ['2031-01-01', 218],
  ] as const)('is on %s: %i', (day, value) => {
    expect(inForce(mark, day)).toBe(value);
    expect(timeline(mark)(day)).toBe(value);
  });

  it('has none before its first day, and says which value lacks one', () => {
    expect(findEntry(mark, '2014-06-30')).toBeUndefined();
    expect(timeline(mark)('2014-06-30')).toBeUndefined();
    expect(() => inForce(mark, '2014-06-30')).toThrow('No policy in force on 2014-06-30 for: Pass mark');
  });

  it('is resolved with all others of a map', () => expect(resolveOn({ mark }, '2023-01-01')).toEqual({ mark: 214 }));
});
