import type { ApplicantRecord, Day } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { questionBank } from './question-bank.rule.js';

const booked = (bookedFor: Day, questionBankPct?: number): ApplicantRecord => ({
  ...us,
  exams: [{ exam: 'step2ck', bookedFor }],
  study: { asOf: '2026-09-07', ...(questionBankPct === undefined ? {} : { questionBankPct }) },
});

describe('practice.question-bank', () => {
  it.each([
    [89, 'watch'],
    [90, 'clear'],
  ])('%i done: %s', (done, level) => expect(levelOf(questionBank, booked('2026-09-20', done))).toBe(level));

  it.each([
    ['2026-09-25', 'clear'],
    ['2026-09-24', 'watch'],
    ['2026-09-10', 'watch'],
    ['2026-09-09', 'clear'],
  ] as const)('booked for %s, seen on 2026-09-10: %s', (day, level) => expect(levelOf(questionBank, booked(day, 0))).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['not told', booked('2026-09-20'), 'unknown: study.questionBankPct'],
    ['study unknown', { ...booked('2026-09-20'), study: undefined }, 'unknown: study'],
    ['study unknown, exam far away', { ...booked('2026-12-20'), study: undefined }, 'clear'],
    ['exam history unknown', { ...booked('2026-09-20', 0), exams: undefined }, 'unknown: exams'],
    ['nothing booked', { ...booked('2026-09-20', 0), exams: [] }, 'clear'],
    ['passed', { ...booked('2026-09-20', 0), exams: [step2(240)] }, 'clear'],
    [
      'told before an earlier sitting',
      {
        ...booked('2026-09-20', 99),
        exams: [taken('step2ck', '2026-09-07', { outcome: 'fail' }), { exam: 'step2ck', bookedFor: '2026-09-20' }],
      },
      'unknown: study',
    ],
  ])('%s: %s', (_, record, answer) => expect(levelOf(questionBank, record)).toBe(answer));

  it('names what was told and when', () =>
    expect(verdictOf(questionBank, booked('2026-09-20', 0))).toMatchObject({
      evidence: { bookedFor: '2026-09-20', done: 0, expected: 90, toldOn: '2026-09-07' },
    }));

  it('follows a changed line from its day on', () => {
    const policy = changing('practice.question-bank.expected', '2026-09-10', 80);
    expect(levelOf(questionBank, booked('2026-09-20', 89), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(questionBank, booked('2026-09-20', 89), '2026-09-10', { policy })).toBe('clear');
  });
});
