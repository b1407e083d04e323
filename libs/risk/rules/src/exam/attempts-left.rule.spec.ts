import { describe, expect, it } from 'vitest';
import { changing, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { attemptsLeft } from './attempts-left.rule.js';

const two = [step2(200, '2025-08-01'), step2(205, '2026-01-10')];
const incomplete = taken('step2ck', '2026-05-01', { outcome: 'incomplete' });

describe('exam.attempts-left', () => {
  it.each([
    ['two attempts used', two, 'clear'],
    ['three attempts used', [...two, step2(210)], 'urgent'],
    ['three used, an incomplete one included', [...two, incomplete], 'urgent'],
    ['passed at the third', [...two, step2(230)], 'clear'],
    ['the third awaited', [...two, taken('step2ck', '2026-09-01', { outcome: 'pending' })], 'unknown: exams[step2ck].outcome'],
    ['the third after the day', [...two, step2(210, '2026-09-11')], 'clear'],
    ['nothing taken', [], 'clear'],
    ['exam history unknown', undefined, 'unknown: exams'],
  ])('%s: %s', (_, exams, answer) => expect(levelOf(attemptsLeft, { ...us, exams })).toBe(answer));

  it('names the Step, what is used and what is allowed', () =>
    expect(verdictOf(attemptsLeft, { ...us, exams: [...two, step2(210)] })).toMatchObject({
      evidence: { steps: [{ exam: 'step2ck', used: 3 }], maximum: 4 },
    }));

  it('follows a changed number from its day on', () => {
    const policy = changing('exam.attempts-left.used', '2026-09-10', 2);
    expect(levelOf(attemptsLeft, { ...us, exams: two }, '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(attemptsLeft, { ...us, exams: two }, '2026-09-10', { policy })).toBe('urgent');
  });
});
