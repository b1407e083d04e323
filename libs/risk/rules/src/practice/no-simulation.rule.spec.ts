import type { ApplicantRecord, Day } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { noSimulation } from './no-simulation.rule.js';

const booked = (bookedFor: Day, fullLengthDays?: number): ApplicantRecord => ({
  ...us,
  exams: [{ exam: 'step2ck', bookedFor }],
  study: { asOf: '2026-09-07', ...(fullLengthDays === undefined ? {} : { fullLengthDays }) },
});

describe('practice.no-simulation', () => {
  it.each([
    [0, 'note'],
    [1, 'clear'],
  ])('%i done: %s', (done, level) => expect(levelOf(noSimulation, booked('2026-09-20', done))).toBe(level));

  it.each([
    ['2026-09-25', 'clear'],
    ['2026-09-24', 'note'],
    ['2026-09-10', 'note'],
    ['2026-09-09', 'clear'],
  ] as const)('booked for %s, seen on 2026-09-10: %s', (day, level) => expect(levelOf(noSimulation, booked(day, 0))).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['not told', booked('2026-09-20'), 'unknown: study.fullLengthDays'],
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
  ])('%s: %s', (_, record, answer) => expect(levelOf(noSimulation, record)).toBe(answer));

  it('names what was told and when', () =>
    expect(verdictOf(noSimulation, booked('2026-09-20', 0))).toMatchObject({
      evidence: { bookedFor: '2026-09-20', done: 0, expected: 1, toldOn: '2026-09-07' },
    }));

  it('follows a changed line from its day on', () => {
    const policy = changing('practice.no-simulation.expected', '2026-09-10', 0);
    expect(levelOf(noSimulation, booked('2026-09-20', 0), '2026-09-09', { policy })).toBe('note');
    expect(levelOf(noSimulation, booked('2026-09-20', 0), '2026-09-10', { policy })).toBe('clear');
  });
});
