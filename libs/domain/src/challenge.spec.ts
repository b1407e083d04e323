import { describe, expect, it } from 'vitest';
import { actionOfChallenge, challengeAfter, challengeDueOn, challengeStates, challengeSteps, isOverdue } from './challenge.js';

describe('a challenge', () => {
  it('goes from open to corrected or declined, and from declined to corrected at most', () => {
    const table = challengeStates.map((state) => [state, ...challengeSteps.map((step) => challengeAfter(state, step))]);
    expect(table).toEqual([
      ['open', 'corrected', 'declined', undefined],
      ['corrected', undefined, undefined, undefined],
      ['declined', 'corrected', undefined, 'declined'],
    ]);
  });

  it('is owed an answer to the end of its last day', () => {
    const dueOn = challengeDueOn('2026-10-06', 45);
    expect(dueOn).toBe('2026-11-20');
    expect(isOverdue({ state: 'open', dueOn }, '2026-11-20')).toBe(false);
    expect(isOverdue({ state: 'open', dueOn }, '2026-11-21')).toBe(true);
    expect(isOverdue({ state: 'declined', dueOn }, '2027-01-01')).toBe(false);
  });

  it('is shown to whom that is open which it is about', () => {
    expect(actionOfChallenge({ kind: 'fact', about: 'exams' })).toBe('applicant.view');
    expect(actionOfChallenge({ kind: 'fact', about: 'redFlags' })).toBe('record.view');
    expect(actionOfChallenge({ kind: 'finding', about: 'exam.step2-failed' })).toBe('risk.view');
    expect(actionOfChallenge({ kind: 'finding', about: 'care.wellbeing' })).toBe('wellbeing.view');
  });
});
