import type { Casework, Day } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { careVerdictOf, changing, nothingDone, told, us } from '../spec-kit.js';
import { wellbeing } from './wellbeing.rule.js';

const asked = (on: Day, referredOn: Day | null = null): Casework => ({ ...nothingDone, checkIns: [{ on, referredOn }] });

describe('care.wellbeing', () => {
  it.each([
    ['asked 2 days ago', asked('2026-09-08'), 'clear'],
    ['asked 3 days ago', asked('2026-09-07'), 'urgent'],
    ['referred since', asked('2026-09-01', '2026-09-10'), 'clear'],
    ['a referral still to come', asked('2026-09-01', '2026-09-11'), 'urgent'],
    ['nobody asked', nothingDone, 'clear'],
    ['nothing known of the school', undefined, 'unknown: casework'],
  ])('%s: %s', (_, casework, answer) => expect(told(careVerdictOf(wellbeing, us, casework))).toBe(answer));

  it('names the day of the check-in and nothing of what it said', () =>
    expect(careVerdictOf(wellbeing, us, asked('2026-09-01'))).toEqual({
      is: 'raised',
      level: 'urgent',
      evidence: { askedOn: '2026-09-01' },
    }));

  it('follows a changed number of days from its day on', () => {
    const policy = changing('care.wellbeing.days', '2026-09-10', 1);
    expect(told(careVerdictOf(wellbeing, us, asked('2026-09-08'), '2026-09-09', policy))).toBe('clear');
    expect(told(careVerdictOf(wellbeing, us, asked('2026-09-08'), '2026-09-10', policy))).toBe('urgent');
  });
});
