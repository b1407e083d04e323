import type { Exam } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, taken, us, verdictOf } from '../spec-kit.js';
import { impossible } from './impossible.rule.js';

const kinds = (exams: Exam[], bornOn = '1999-02-01' as const) => {
  const verdict = verdictOf(impossible, { ...us, bornOn, exams });
  return verdict.is === 'raised' ? (verdict.evidence['impossible'] as readonly { kind: string }[]).map(({ kind }) => kind) : verdict.is;
};

describe('data.impossible', () => {
  it.each<[string, Exam, string | string[]]>([
    ['a pass one below the mark', taken('step2ck', '2026-06-15', { score: 217, outcome: 'pass' }), ['pass-below-mark']],
    ['a pass on the mark', taken('step2ck', '2026-06-15', { score: 218, outcome: 'pass' }), 'clear'],
    ['a pass on the mark of its day', taken('step2ck', '2024-06-15', { score: 216, outcome: 'pass' }), 'clear'],
    ['a fail on the mark', taken('step2ck', '2026-06-15', { score: 218, outcome: 'fail' }), ['fail-above-mark']],
    ['a fail one below the mark', taken('step2ck', '2026-06-15', { score: 217, outcome: 'fail' }), 'clear'],
    ['a score of 0', taken('step2ck', '2026-06-15', { score: 0 }), ['score-off-scale']],
    ['a score of 1', taken('step2ck', '2026-06-15', { score: 1 }), 'clear'],
    ['a score of 300', taken('step2ck', '2026-06-15', { score: 300 }), 'clear'],
    ['a score of 301', taken('step2ck', '2026-06-15', { score: 301 }), ['score-off-scale']],
    ['a COMLEX score of 520', taken('comlex2', '2026-06-15', { score: 520, outcome: 'pass' }), 'clear'],
    ['the day of birth', taken('step1', '1999-02-01', { outcome: 'pass' }), 'clear'],
    ['the day before birth', taken('step1', '1999-01-31', { outcome: 'pass' }), ['before-birth']],
    ['the day of the assessment', taken('step1', '2026-09-10', { outcome: 'pass' }), 'clear'],
    ['the day after', taken('step1', '2026-09-11', { outcome: 'pass' }), ['in-the-future']],
    ['a booking for later', { exam: 'step1', bookedFor: '2026-09-11' }, 'clear'],
  ])('%s', (_, exam, answer) => expect(kinds([exam])).toEqual(answer));

  it('finds two results on one day', () =>
    expect(kinds([taken('step1', '2025-05-02', { outcome: 'pass' }), taken('step1', '2025-05-02', { outcome: 'fail' })])).toEqual([
      'two-on-one-day',
    ]));

  it('quotes the result and the mark of its day', () =>
    expect(verdictOf(impossible, { ...us, exams: [taken('step2ck', '2026-06-15', { score: 216, outcome: 'pass' })] })).toEqual({
      is: 'raised',
      level: 'act',
      evidence: { impossible: [{ kind: 'pass-below-mark', exam: 'step2ck', takenOn: '2026-06-15', score: 216, passMark: 218 }] },
    }));

  it.each([
    ['exam history unknown', us, 'unknown: exams'],
    ['nothing taken', { ...us, exams: [] }, 'clear'],
    ['no birthday to compare with', { ...us, exams: [taken('step1', '1990-01-01', { outcome: 'pass' })] }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(impossible, record)).toBe(answer));

  it('follows a changed scale from its day on', () => {
    const policy = changing('exam.scale.step', '2026-09-10', { lowest: 1, highest: 280 });
    const record = { ...us, exams: [taken('step2ck', '2026-06-15', { score: 290 })] };
    expect(levelOf(impossible, record, '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(impossible, record, '2026-09-10', { policy })).toBe('act');
  });
});
