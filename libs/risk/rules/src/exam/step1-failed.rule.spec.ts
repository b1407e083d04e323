import { describe, expect, it } from 'vitest';
import { changing, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { step1Failed } from './step1-failed.rule.js';

const failed = taken('step1', '2025-03-01', { outcome: 'fail' });
const passed = taken('step1', '2025-07-01', { outcome: 'pass' });

describe('exam.step1-failed', () => {
  it.each([
    ['failed', [failed], 'urgent'],
    ['failed, a retake awaited', [failed, taken('step1', '2026-09-01', { outcome: 'pending' })], 'urgent'],
    ['failed, then passed', [failed, passed], 'act'],
    ['failed, then passed, Step 2 CK 234', [failed, passed, step2(234)], 'act'],
    ['failed, then passed, Step 2 CK 235', [failed, passed, step2(235)], 'watch'],
    ['failed, never passed, Step 2 CK 250', [failed, step2(250)], 'urgent'],
    ['passed', [passed], 'clear'],
    ['nothing taken', [], 'clear'],
    ['result awaited', [taken('step1', '2026-09-01', { outcome: 'pending' })], 'unknown: exams[step1].outcome'],
    ['exam history unknown', undefined, 'unknown: exams'],
    ['numeric 193 under a mark of 194', [taken('step1', '2021-05-01', { score: 193 })], 'urgent'],
    ['numeric 194', [taken('step1', '2021-05-01', { score: 194 })], 'clear'],
    ['numeric 195 on the day the mark rose to 196', [taken('step1', '2022-01-26', { score: 195 })], 'urgent'],
  ])('%s: %s', (_, exams, answer) => expect(levelOf(step1Failed, { ...us, exams })).toBe(answer));

  it.each([
    [235, 'partly'],
    [239, 'partly'],
    [240, 'clearly'],
  ])('says how far a %i offsets it: %s', (score, offset) =>
    expect(verdictOf(step1Failed, { ...us, exams: [failed, passed, step2(score)] })).toMatchObject({
      evidence: { step2: score, offset, offsetFrom: 235 },
    }),
  );

  it('follows a changed line from its day on', () => {
    const policy = changing('exam.offset.partly', '2026-09-10', 236);
    const record = { ...us, exams: [failed, passed, step2(235)] };
    expect(levelOf(step1Failed, record, '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(step1Failed, record, '2026-09-10', { policy })).toBe('act');
  });
});
