import { describe, expect, it } from 'vitest';
import { changing, levelOf, us, verdictOf } from '../spec-kit.js';
import { noSpecialty } from './no-specialty.rule.js';

const undecided = { ...us, specialtyPlan: {} };

describe('plan.no-specialty', () => {
  it.each([
    ['2026-01-31', 'clear'],
    ['2026-02-01', 'watch'],
    ['2026-05-31', 'watch'],
    ['2026-06-01', 'act'],
    ['2027-03-01', 'act'],
  ] as const)('a plan without a primary specialty on %s, for the Match of 2027: %s', (asOf, level) =>
    expect(levelOf(noSpecialty, undecided, asOf)).toBe(level),
  );

  it('moves with the season', () => expect(levelOf(noSpecialty, { ...undecided, season: 2028 }, '2026-06-01')).toBe('clear'));

  it.each([
    ['2026-01-31', 'clear'],
    ['2026-02-01', 'unknown: specialtyPlan.primary'],
  ] as const)('no plan on record on %s: %s', (asOf, answer) => expect(levelOf(noSpecialty, us, asOf)).toBe(answer));

  it('is clear with a primary specialty', () =>
    expect(levelOf(noSpecialty, { ...us, specialtyPlan: { primary: 'neurology' } })).toBe('clear'));

  it('names the day it was due', () =>
    expect(verdictOf(noSpecialty, undecided, '2026-03-03')).toMatchObject({ evidence: { since: '2026-02-01' } }));

  it('follows a changed line from its day on', () => {
    const policy = changing('plan.no-specialty.act-from', '2026-04-10', { year: 'application', on: '04-01' });
    expect(levelOf(noSpecialty, undecided, '2026-04-09', { policy })).toBe('watch');
    expect(levelOf(noSpecialty, undecided, '2026-04-10', { policy })).toBe('act');
  });
});
