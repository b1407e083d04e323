import { describe, expect, it } from 'vitest';
import { isNarrowed, readFilter, tidyFilter } from './use-applicant-filter.js';

describe('the filter of a link', () => {
  it('keeps what the contract knows and drops the rest', () => {
    expect(readFilter({ season: 2027, riskLevel: ['high-risk'], shoeSize: 42, category: 'B' })).toEqual({
      season: 2027,
      riskLevel: ['high-risk'],
    });
  });

  it('of nonsense is empty', () => expect(readFilter('nonsense')).toEqual({}));

  it('leaves out what says nothing', () => {
    expect(tidyFilter({ season: 2027, q: '', riskLevel: [], noAdvisor: false, category: ['B'] })).toEqual({
      season: 2027,
      category: ['B'],
    });
  });

  it('narrows only when it says more than the season', () => {
    expect(isNarrowed({ season: 2027 })).toBe(false);
    expect(isNarrowed({ season: 2027, noSpecialty: true })).toBe(true);
  });
});
