import type { Casework, Day } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { careVerdictOf, changing, nothingDone, scored, step2, taken, told } from '../spec-kit.js';
import { noCarePlan } from './no-plan.rule.js';

const concerned = scored(219, 'internal-medicine');
const since = (atRiskSince: Day | null, plan: Casework['plan'] = null): Casework => ({ ...nothingDone, atRiskSince, plan });

describe('care.no-plan', () => {
  it.each<[string, Casework | undefined, string]>([
    ['for 13 days', since('2026-08-28'), 'clear'],
    ['for 14 days', since('2026-08-27'), 'act'],
    ['for 14 days, with a plan', since('2026-08-27', { since: '2026-09-09' }), 'clear'],
    ['found by this very assessment', since(null), 'clear'],
    ['nothing known of the school', undefined, 'unknown: casework'],
  ])('at risk or above, %s: %s', (_, casework, answer) => expect(told(careVerdictOf(noCarePlan, concerned, casework))).toBe(answer));

  it('asks nothing below at risk', () => {
    const steady = { ...scored(250, 'pediatrics'), exams: [taken('step1', '2025-03-01', { outcome: 'pass' }), step2(250)] };
    expect(told(careVerdictOf(noCarePlan, steady, since('2026-01-01')))).toBe('clear');
  });

  it('names the day since which a plan is needed', () =>
    expect(careVerdictOf(noCarePlan, concerned, since('2026-08-01'))).toMatchObject({ evidence: { since: '2026-08-01', days: 14 } }));

  it('follows a changed number of days from its day on', () => {
    const policy = changing('care.no-plan.days', '2026-09-10', 7);
    expect(told(careVerdictOf(noCarePlan, concerned, since('2026-09-01'), '2026-09-09', policy))).toBe('clear');
    expect(told(careVerdictOf(noCarePlan, concerned, since('2026-09-01'), '2026-09-10', policy))).toBe('act');
  });
});
