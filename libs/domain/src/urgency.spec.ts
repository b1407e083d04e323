import { describe, expect, it } from 'vitest';
import type { Day } from './day.js';
import { type UrgencyCauses, urgencyOf } from './urgency.js';

const weights = { urgent: 3, near: 4, nearDays: 60, age: 2, ageDays: 14 };
const today: Day = '2026-11-20';
const calm: UrgencyCauses = { level: 'act', dueOn: null, since: today };

describe('urgency', () => {
  it.each<[string, Partial<UrgencyCauses>, number, number, number]>([
    ['nothing presses', {}, 1, 1, 1],
    ['an urgent flag', { level: 'urgent' }, 3, 1, 1],
    ['a day just in sight', { dueOn: '2027-01-19' }, 1, 1, 1],
    ['a day half way', { dueOn: '2026-12-20' }, 1, 2.5, 1],
    ['a day that is today', { dueOn: today }, 1, 4, 1],
    ['a day gone by', { dueOn: '2026-11-01' }, 1, 4, 1],
    ['a week of waiting', { since: '2026-11-13' }, 1, 1, 1.5],
    ['two weeks of waiting', { since: '2026-11-06' }, 1, 1, 2],
    ['a year of waiting', { since: '2025-11-06' }, 1, 1, 2],
    ['a flag of tomorrow', { since: '2026-11-21' }, 1, 1, 1],
  ])('%s', (_, causes, level, nearness, age) =>
    expect(urgencyOf({ ...calm, ...causes }, weights, today)).toEqual({ total: level * nearness * age, level, nearness, age }),
  );
});
