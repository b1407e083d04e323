import type { ApplicantRecord, Day, PracticeExam } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { stalePractice } from './stale.rule.js';

const practised = (score: number, takenOn: Day = '2026-09-01'): PracticeExam => ({ for: 'step2ck', kind: 'nbme-ccssa', takenOn, score });
const booked = (bookedFor: Day, practice: PracticeExam[] = [practised(240, '2026-08-01')]): ApplicantRecord => ({
  ...us,
  exams: [{ exam: 'step2ck', bookedFor }],
  practice,
  specialtyPlan: { primary: 'internal-medicine' },
});
const near = (...practice: PracticeExam[]) => booked('2026-09-20', practice);

describe('practice.stale', () => {
  it.each([
    ['2026-08-27', 'clear'],
    ['2026-08-26', 'watch'],
  ] as const)('latest practice on %s, seen on 2026-09-10: %s', (day, level) =>
    expect(levelOf(stalePractice, near(practised(240, day), practised(230, '2026-08-01')))).toBe(level),
  );

  it.each([
    ['2026-11-06', 'clear'],
    ['2026-11-05', 'watch'],
    ['2026-09-10', 'watch'],
    ['2026-09-09', 'clear'],
  ] as const)('booked for %s, seen on 2026-09-10: %s', (day, level) => expect(levelOf(stalePractice, booked(day))).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['no practice exam', near(), 'clear'],
    ['practice unknown', { ...near(), practice: undefined }, 'unknown: practice'],
    ['exam history unknown', { ...near(), exams: undefined }, 'unknown: exams'],
    ['nothing booked', { ...booked('2026-09-20'), exams: [] }, 'clear'],
    ['passed', { ...booked('2026-09-20'), exams: [step2(240)] }, 'clear'],
    ['result awaited', { ...booked('2026-09-20'), exams: [taken('step2ck', '2026-09-01', { outcome: 'pending' })] }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(stalePractice, record)).toBe(answer));

  it('names the day, never how long ago it was', () =>
    expect(verdictOf(stalePractice, booked('2026-09-20'))).toMatchObject({
      evidence: { bookedFor: '2026-09-20', takenOn: '2026-08-01', days: 14 },
    }));

  it('follows a changed number of days from its day on', () => {
    const policy = changing('study.practice.interval-most', '2026-09-10', 60);
    expect(levelOf(stalePractice, booked('2026-09-20'), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(stalePractice, booked('2026-09-20'), '2026-09-10', { policy })).toBe('clear');
  });
});
