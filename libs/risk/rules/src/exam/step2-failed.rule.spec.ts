import { describe, expect, it } from 'vitest';
import { changing, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { step2Failed } from './step2-failed.rule.js';

describe('exam.step2-failed', () => {
  it.each([
    ['2026-06-15', 217, 'urgent'],
    ['2026-06-15', 218, 'clear'],
    ['2025-07-01', 217, 'urgent'],
    ['2025-06-30', 217, 'clear'],
    ['2025-06-30', 213, 'urgent'],
    ['2022-06-30', 209, 'clear'],
    ['2022-06-30', 208, 'urgent'],
    ['2014-06-30', 203, 'clear'],
    ['2013-06-30', 196, 'clear'],
  ] as const)('judges %s with %i by the mark of that day: %s', (takenOn, score, level) =>
    expect(levelOf(step2Failed, { ...us, exams: [step2(score, takenOn)] })).toBe(level),
  );

  it('is lowered once passed, whatever the order of the list', () =>
    expect(verdictOf(step2Failed, { ...us, exams: [step2(230, '2026-08-01'), step2(210, '2026-03-01')] })).toEqual({
      is: 'raised',
      level: 'act',
      evidence: { failed: [{ takenOn: '2026-03-01', score: 210, passMark: 218 }], passedOn: '2026-08-01' },
    }));

  it('stays urgent while the next result is awaited', () =>
    expect(levelOf(step2Failed, { ...us, exams: [step2(210, '2026-03-01'), taken('step2ck', '2026-09-01', { outcome: 'pending' })] })).toBe(
      'urgent',
    ));

  it('believes a stated failure without a score', () =>
    expect(verdictOf(step2Failed, { ...us, exams: [taken('step2ck', '2026-03-01', { outcome: 'fail' })] })).toMatchObject({
      level: 'urgent',
      evidence: { failed: [{ score: null, passMark: 218 }] },
    }));

  it('judges by the score where the stated outcome contradicts it', () =>
    expect(levelOf(step2Failed, { ...us, exams: [taken('step2ck', '2026-03-01', { score: 216, outcome: 'pass' })] })).toBe('urgent'));

  it.each([
    ['exam history unknown', undefined, 'unknown: exams'],
    ['nothing taken', [], 'clear'],
    ['result awaited', [taken('step2ck', '2026-09-01', { outcome: 'pending' })], 'unknown: exams[step2ck].outcome'],
    ['result missing', [taken('step2ck', '2026-09-01')], 'unknown: exams[step2ck].outcome'],
    ['incomplete', [taken('step2ck', '2026-09-01', { outcome: 'incomplete' })], 'clear'],
    ['taken after the day', [step2(200, '2026-09-11')], 'clear'],
  ])('%s: %s', (_, exams, answer) => expect(levelOf(step2Failed, { ...us, exams })).toBe(answer));

  it('follows a changed level from its day on', () => {
    const policy = changing('exam.step2-failed.level.passed', '2026-09-10', 'watch');
    const record = { ...us, exams: [step2(210, '2026-03-01'), step2(230, '2026-08-01')] };
    expect(levelOf(step2Failed, record, '2026-09-09', { policy })).toBe('act');
    expect(levelOf(step2Failed, record, '2026-09-10', { policy })).toBe('watch');
  });
});
