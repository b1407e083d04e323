import type { Day } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, step2, taken, us, usImg, verdictOf } from '../spec-kit.js';
import { step2BelowScreens } from './step2-below-screens.rule.js';

describe('exam.step2-below-screens', () => {
  it.each([
    [us, 225, 'clear'],
    [us, 224, 'note'],
    [us, 205, 'note'],
    [img, 225, 'clear'],
    [img, 224, 'note'],
    [img, 220, 'note'],
    [img, 219, 'watch'],
    [img, 210, 'watch'],
    [img, 209, 'act'],
    [usImg, 219, 'watch'],
  ])('$applicantType with %i: %s', (record, score, level) =>
    expect(levelOf(step2BelowScreens, { ...record, exams: [step2(score)] })).toBe(level),
  );

  it('lists the screens and those that are cleared', () =>
    expect(verdictOf(step2BelowScreens, { ...us, exams: [step2(224)] })).toMatchObject({
      evidence: { score: 224, line: 225, screens: [225, 235, 245], cleared: [] },
    }));

  it('reads the passed score after a failed one', () =>
    expect(levelOf(step2BelowScreens, { ...img, exams: [step2(205, '2026-01-10' as Day), step2(226)] })).toBe('clear'));

  it.each([
    ['nothing taken', [], 'clear'],
    ['score awaited', [taken('step2ck', '2026-09-01', { outcome: 'pending' })], 'unknown: exams[step2ck].score'],
    ['exam history unknown', undefined, 'unknown: exams'],
  ])('%s: %s', (_, exams, answer) => expect(levelOf(step2BelowScreens, { ...us, exams })).toBe(answer));

  it('follows changed screens from their day on', () => {
    const policy = changing('exam.screens', '2026-09-10', [230, 240]);
    const record = { ...us, exams: [step2(228)] };
    expect(levelOf(step2BelowScreens, record, '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(step2BelowScreens, record, '2026-09-10', { policy })).toBe('note');
  });
});
