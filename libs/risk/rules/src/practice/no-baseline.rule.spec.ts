import type { ApplicantRecord, Day, PracticeExam } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { noBaseline } from './no-baseline.rule.js';

const practised = (score: number, takenOn: Day = '2026-09-01'): PracticeExam => ({ for: 'step2ck', kind: 'nbme-ccssa', takenOn, score });
const booked = (bookedFor: Day, practice: PracticeExam[] = [practised(240)]): ApplicantRecord => ({
  ...us,
  exams: [{ exam: 'step2ck', bookedFor }],
  practice,
  specialtyPlan: { primary: 'internal-medicine' },
});
const near = (...practice: PracticeExam[]) => booked('2026-09-20', practice);

describe('practice.no-baseline', () => {
  it.each([
    ['2026-11-06', 0, 'clear'],
    ['2026-11-05', 0, 'watch'],
    ['2026-11-05', 1, 'clear'],
    ['2026-10-02', 0, 'watch'],
    ['2026-10-02', 1, 'clear'],
    ['2026-10-01', 0, 'act'],
    ['2026-10-01', 1, 'act'],
    ['2026-10-01', 2, 'clear'],
    ['2026-09-10', 0, 'act'],
    ['2026-09-09', 0, 'clear'],
  ] as const)('booked for %s, seen on 2026-09-10, practice exams %i: %s', (day, count, level) =>
    expect(levelOf(noBaseline, booked(day, [practised(240), practised(245)].slice(0, count)))).toBe(level),
  );

  it.each<[string, ApplicantRecord, string]>([
    ['practice unknown', { ...near(), practice: undefined }, 'unknown: practice'],
    ['practice unknown, exam far away', { ...booked('2027-01-20'), practice: undefined }, 'clear'],
    ['exam history unknown', { ...near(), exams: undefined }, 'unknown: exams'],
    ['nothing booked', { ...near(), exams: [] }, 'clear'],
    ['passed', { ...near(), exams: [step2(240)] }, 'clear'],
    ['practice for Step 1', near({ ...practised(60), for: 'step1' }), 'act'],
    [
      'practice before an earlier sitting',
      {
        ...near(practised(220, '2026-04-01'), practised(222, '2026-04-09')),
        exams: [taken('step2ck', '2026-05-01', { score: 210 }), { exam: 'step2ck', bookedFor: '2026-09-20' }],
      },
      'act',
    ],
  ])('%s: %s', (_, record, answer) => expect(levelOf(noBaseline, record)).toBe(answer));

  it('names how many were taken and are expected', () =>
    expect(verdictOf(noBaseline, near(practised(240)))).toMatchObject({ evidence: { bookedFor: '2026-09-20', taken: 1, expected: 2 } }));

  it('follows a changed number of days from its day on', () => {
    const policy = changing('practice.no-baseline.watch-days', '2026-09-10', 28);
    expect(levelOf(noBaseline, booked('2026-10-30', []), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(noBaseline, booked('2026-10-30', []), '2026-09-10', { policy })).toBe('clear');
  });
});
