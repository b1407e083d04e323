import type { ApplicantRecord, Day, PracticeExam } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { noBackupDate } from './no-backup-date.rule.js';

const practised = (score: number, takenOn: Day = '2026-09-01'): PracticeExam => ({ for: 'step2ck', kind: 'nbme-ccssa', takenOn, score });
const near = (score: number, backupDate?: Day): ApplicantRecord => ({
  ...us,
  exams: [{ exam: 'step2ck', bookedFor: '2026-09-20', ...(backupDate === undefined ? {} : { backupDate }) }],
  practice: [practised(score)],
  specialtyPlan: { primary: 'internal-medicine' },
});

describe('practice.no-backup-date', () => {
  it.each([
    [234, 'watch'],
    [235, 'clear'],
  ])('practice at %i for internal medicine: %s', (score, level) => expect(levelOf(noBackupDate, near(score))).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['a later date', near(220, '2026-09-21'), 'clear'],
    ['the same date', near(220, '2026-09-20'), 'watch'],
    ['no practice exam', { ...near(220), practice: [] }, 'clear'],
    ['practice unknown', { ...near(220), practice: undefined }, 'unknown: practice'],
    ['no specialty', { ...near(230), specialtyPlan: undefined }, 'unknown: specialtyPlan.primary'],
    ['exam history unknown', { ...near(220), exams: undefined }, 'unknown: exams'],
    ['nothing booked', { ...near(220), exams: [] }, 'clear'],
    ['passed', { ...near(220), exams: [step2(240)] }, 'clear'],
    ['result awaited', { ...near(220), exams: [taken('step2ck', '2026-09-01', { outcome: 'pending' })] }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(noBackupDate, record)).toBe(answer));

  it.each([
    ['2026-08-08', 'clear'],
    ['2026-08-09', 'watch'],
  ] as const)('on %s, for the exam of 2026-09-20: %s', (asOf, level) =>
    expect(levelOf(noBackupDate, { ...near(220), practice: [practised(220, '2026-08-01')] }, asOf)).toBe(level),
  );

  it('names the score and the line', () =>
    expect(verdictOf(noBackupDate, near(230))).toMatchObject({ evidence: { bookedFor: '2026-09-20', score: 230, line: 235 } }));

  it('follows a changed level from its day on', () => {
    const policy = changing('practice.no-backup-date.level', '2026-09-10', 'note');
    expect(levelOf(noBackupDate, near(230), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(noBackupDate, near(230), '2026-09-10', { policy })).toBe('note');
  });
});
