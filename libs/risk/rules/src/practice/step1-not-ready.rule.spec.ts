import type { ApplicantRecord, Day, PracticeExam } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, taken, us, verdictOf } from '../spec-kit.js';
import { step1NotReady } from './step1-not-ready.rule.js';

const practised = (score: number, takenOn: Day = '2026-09-01'): PracticeExam => ({ for: 'step1', kind: 'nbme-cbssa', takenOn, score });
const booked = (bookedFor: Day, practice: PracticeExam[] = [practised(60)]): ApplicantRecord => ({
  ...us,
  exams: [{ exam: 'step1', bookedFor }],
  practice,
});
const near = (...practice: PracticeExam[]) => booked('2026-09-20', practice);

describe('practice.step1-not-ready', () => {
  it.each([
    [66, 'act'],
    [67, 'clear'],
    [63, 'act'],
  ])('practice at %i per cent: %s', (score, level) => expect(levelOf(step1NotReady, near(practised(score)))).toBe(level));

  it.each([
    ['2026-10-09', 'clear'],
    ['2026-10-08', 'act'],
    ['2026-09-10', 'act'],
    ['2026-09-09', 'clear'],
  ] as const)('booked for %s, seen on 2026-09-10: %s', (day, level) => expect(levelOf(step1NotReady, booked(day))).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['no practice exam', near(), 'act'],
    ['the latest counts', near(practised(70, '2026-09-05'), practised(60, '2026-08-20')), 'clear'],
    ['practice after the day', near(practised(60), practised(70, '2026-09-11')), 'act'],
    ['practice for another exam', near({ ...practised(70), for: 'step2ck' }), 'act'],
    ['a three-digit score', near(practised(210)), 'unknown: practice.score'],
    ['practice unknown', { ...near(), practice: undefined }, 'unknown: practice'],
    ['exam history unknown', { ...us, practice: [] }, 'unknown: exams'],
    ['nothing booked', { ...us, exams: [], practice: [] }, 'clear'],
    [
      'passed before',
      { ...near(), exams: [taken('step1', '2025-05-01', { outcome: 'pass' }), { exam: 'step1', bookedFor: '2026-09-20' }] },
      'clear',
    ],
    [
      'sat on the booked day',
      { ...near(), exams: [{ exam: 'step1', bookedFor: '2026-09-10' }, taken('step1', '2026-09-10', { outcome: 'pending' })] },
      'clear',
    ],
    [
      'practice before an earlier sitting only',
      {
        ...near(practised(70, '2026-04-01')),
        exams: [taken('step1', '2026-05-01', { outcome: 'fail' }), { exam: 'step1', bookedFor: '2026-09-20' }],
      },
      'act',
    ],
  ])('%s: %s', (_, record, answer) => expect(levelOf(step1NotReady, record)).toBe(answer));

  it('names the exam, the practice and the line', () =>
    expect(verdictOf(step1NotReady, near(practised(63)))).toMatchObject({
      evidence: { bookedFor: '2026-09-20', takenOn: '2026-09-01', score: 63, line: 67 },
    }));

  it('follows a changed margin from its day on', () => {
    const policy = changing('practice.step1-not-ready.margin', '2026-09-10', 0);
    expect(levelOf(step1NotReady, near(practised(63)), '2026-09-09', { policy })).toBe('act');
    expect(levelOf(step1NotReady, near(practised(63)), '2026-09-10', { policy })).toBe('clear');
  });
});
