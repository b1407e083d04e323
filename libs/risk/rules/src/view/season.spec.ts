import { defaultPolicy } from '@matchwatch/risk-policy';
import { describe, expect, it } from 'vitest';
import { ViewPolicy } from './view-policy.js';

const policy = new ViewPolicy(defaultPolicy, '2026-09-10');

describe('a season', () => {
  it('counts days from its calendar and its lines', () => {
    const season = policy.season(2027);
    expect([season.calendar?.submit, season.daysBefore('submit', 30), season.daysBefore('submit', 0)]).toEqual([
      '2026-09-02',
      '2026-08-03',
      '2026-09-02',
    ]);
    expect(season.daysAfter({ year: 'before-application', on: '06-01' }, 60)).toBe('2025-07-31');
  });
  it('has lines but no calendar where none was announced', () => {
    const season = policy.season(2028);
    expect(season.daysBefore('submit', 30)).toBeUndefined();
    expect(season.dayOf({ year: 'application', on: '03-01' })).toBe('2027-03-01');
  });
});
