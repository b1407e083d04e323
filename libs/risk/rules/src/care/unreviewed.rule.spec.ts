import type { Casework, Day, FindingLevel } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { careVerdictOf, changing, nothingDone, scored, told } from '../spec-kit.js';
import { unreviewed } from './unreviewed.rule.js';

// Raises exam.step2-category at urgent, clears exam.step2-failed and leaves list.signals unknown.
const record = scored(219, 'internal-medicine');
const flagged = (levelSince: Day, reviewedOn?: Day, code = 'exam.step2-category', level: FindingLevel = 'act'): Casework => ({
  ...nothingDone,
  flags: [{ code, level, openedOn: '2026-01-05', levelSince }],
  reviews: reviewedOn === undefined ? [] : [{ code, on: reviewedOn }],
});

describe('care.unreviewed', () => {
  it.each([
    ['a flag of 6 days', flagged('2026-09-04'), 'clear'],
    ['a flag of 7 days', flagged('2026-09-03'), 'act'],
    ['reviewed since it came to its level', flagged('2026-08-01', '2026-08-01'), 'clear'],
    ['reviewed only before it came to its level', flagged('2026-08-01', '2026-07-31'), 'act'],
    ['a flag at watch', flagged('2026-08-01', undefined, 'exam.step2-category', 'watch'), 'clear'],
    ['a flag that this assessment closes', flagged('2026-08-01', undefined, 'exam.step2-failed'), 'clear'],
    ['a flag whose rule is unknown now', flagged('2026-08-01', undefined, 'list.signals'), 'act'],
    ['a care gap', flagged('2026-08-01', undefined, 'care.no-advisor'), 'clear'],
    ['no flags', nothingDone, 'clear'],
    ['nothing known of the school', undefined, 'unknown: casework'],
  ])('%s: %s', (_, casework, answer) => expect(told(careVerdictOf(unreviewed, record, casework))).toBe(answer));

  it('names the flags and the day each came to its level', () =>
    expect(careVerdictOf(unreviewed, record, flagged('2026-08-01'))).toMatchObject({
      evidence: { flags: 1, first: [{ code: 'exam.step2-category', since: '2026-08-01' }], days: 7 },
    }));

  it('follows a changed number of days from its day on', () => {
    const policy = changing('care.unreviewed.days', '2026-09-10', 3);
    expect(told(careVerdictOf(unreviewed, record, flagged('2026-09-05'), '2026-09-09', policy))).toBe('clear');
    expect(told(careVerdictOf(unreviewed, record, flagged('2026-09-05'), '2026-09-10', policy))).toBe('act');
  });
});
