import type { Day } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, taken, us, verdictOf } from '../spec-kit.js';
import { step1NumericLow } from './step1-numeric-low.rule.js';

const step1 = (score: number, takenOn: Day = '2021-05-01') => ({ ...us, exams: [taken('step1', takenOn, { score })] });

describe('exam.step1-numeric-low', () => {
  it.each([
    [200, 'act'],
    [201, 'watch'],
    [209, 'watch'],
    [210, 'note'],
    [219, 'note'],
    [220, 'clear'],
  ])('%i: %s', (score, level) => expect(levelOf(step1NumericLow, step1(score))).toBe(level));

  it.each([
    ['2022-01-25', 'act'],
    ['2022-01-26', 'clear'],
  ] as const)('counts a score of %s: %s', (takenOn, level) => expect(levelOf(step1NumericLow, step1(199, takenOn))).toBe(level));

  it.each([
    ['a pass of those years without its score', [taken('step1', '2021-05-01', { outcome: 'pass' })], 'unknown: exams[step1].score'],
    ['a pass of later years', [taken('step1', '2025-05-01', { outcome: 'pass' })], 'clear'],
    [
      'the passed sitting, not the failed one',
      [taken('step1', '2020-05-01', { score: 180 }), taken('step1', '2021-05-01', { score: 225 })],
      'clear',
    ],
    ['a score off the scale', [taken('step1', '2021-05-01', { score: 900, outcome: 'pass' })], 'unknown: exams[step1].score'],
    ['nothing taken', [], 'clear'],
    ['exam history unknown', undefined, 'unknown: exams'],
  ])('%s: %s', (_, exams, answer) => expect(levelOf(step1NumericLow, { ...us, exams })).toBe(answer));

  it('names the line it lies under', () =>
    expect(verdictOf(step1NumericLow, step1(205))).toMatchObject({ evidence: { score: 205, takenOn: '2021-05-01', line: 210 } }));

  it('follows a changed line from its day on', () => {
    const policy = changing('exam.numeric-step1.academic', '2026-09-10', 225);
    expect(levelOf(step1NumericLow, step1(222), '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(step1NumericLow, step1(222), '2026-09-10', { policy })).toBe('note');
  });
});
