import type { Casework, Day, FindingLevel, ReviewStanding } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { careVerdictOf, changing, nothingDone, scored, told } from '../spec-kit.js';
import { unreviewed } from './unreviewed.rule.js';

// Raises exam.step2-category at urgent, clears exam.step2-failed and leaves list.signals unknown.
const record = scored(219, 'internal-medicine');
const category = 'exam.step2-category';
const flagged = (risenOn: Day, code = category, level: FindingLevel = 'act'): Casework => ({
  ...nothingDone,
  flags: [{ code, level, openedOn: '2026-01-05', risenOn }],
});
const reviewed = (risenOn: Day, review: Partial<ReviewStanding> & Pick<ReviewStanding, 'on'>): Casework => ({
  ...flagged(risenOn),
  reviews: [{ code: category, state: 'agreed', level: 'act', until: null, ...review }],
});

describe('care.unreviewed', () => {
  it.each([
    ['a flag of 6 days', flagged('2026-09-04'), 'clear'],
    ['a flag of 7 days', flagged('2026-09-03'), 'act'],
    ['reviewed on the day it rose', reviewed('2026-08-01', { on: '2026-08-01' }), 'clear'],
    ['reviewed only before it rose', reviewed('2026-08-01', { on: '2026-07-31' }), 'act'],
    ['reviewed at a lower level', reviewed('2026-08-01', { on: '2026-08-01', level: 'watch' }), 'act'],
    ['snoozed until tomorrow', reviewed('2026-08-01', { on: '2026-08-05', state: 'snoozed', until: '2026-09-11' }), 'clear'],
    ['a snooze that was over 6 days ago', reviewed('2026-08-01', { on: '2026-08-05', state: 'snoozed', until: '2026-09-04' }), 'clear'],
    ['a snooze that was over 7 days ago', reviewed('2026-08-01', { on: '2026-08-05', state: 'snoozed', until: '2026-09-03' }), 'act'],
    ['escalated and not decided', reviewed('2026-08-01', { on: '2026-08-05', state: 'escalated' }), 'act'],
    ['assigned and not decided', reviewed('2026-08-01', { on: '2026-08-05', state: 'unreviewed' }), 'act'],
    ['a flag at watch', flagged('2026-08-01', category, 'watch'), 'clear'],
    ['a flag that this assessment closes', flagged('2026-08-01', 'exam.step2-failed'), 'clear'],
    ['a flag whose rule is unknown now', flagged('2026-08-01', 'list.signals'), 'act'],
    ['a care gap', flagged('2026-08-01', 'care.no-advisor'), 'clear'],
    ['no flags', nothingDone, 'clear'],
    ['nothing known of the school', undefined, 'unknown: casework'],
  ])('%s: %s', (_, casework, answer) => expect(told(careVerdictOf(unreviewed, record, casework))).toBe(answer));

  it('names the flags and the day each has waited', () =>
    expect(careVerdictOf(unreviewed, record, flagged('2026-08-01'))).toMatchObject({
      evidence: { flags: 1, first: [{ code: 'exam.step2-category', since: '2026-08-01' }], days: 7 },
    }));

  it('follows a changed number of days from its day on', () => {
    const policy = changing('care.unreviewed.days', '2026-09-10', 3);
    expect(told(careVerdictOf(unreviewed, record, flagged('2026-09-05'), '2026-09-09', policy))).toBe('clear');
    expect(told(careVerdictOf(unreviewed, record, flagged('2026-09-05'), '2026-09-10', policy))).toBe('act');
  });
});
