import type { ApplicantRecord, Day, PracticeExam } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { step2BelowTarget } from './step2-below-target.rule.js';

const practised = (score: number, takenOn: Day = '2026-09-01'): PracticeExam => ({ for: 'step2ck', kind: 'nbme-ccssa', takenOn, score });
const booked = (bookedFor: Day, practice: PracticeExam[] = [practised(220)]): ApplicantRecord => ({
  ...us,
  exams: [{ exam: 'step2ck', bookedFor }],
  practice,
  specialtyPlan: { primary: 'internal-medicine' },
});
const near = (...practice: PracticeExam[]) => booked('2026-09-20', practice);

describe('practice.step2-below-target', () => {
  it.each([
    [223, 'urgent'],
    [224, 'act'],
    [225, 'watch'],
    [234, 'watch'],
    [235, 'clear'],
  ])('practice at %i for internal medicine: %s', (score, level) => expect(levelOf(step2BelowTarget, near(practised(score)))).toBe(level));

  it.each([
    ['2026-10-23', 'clear'],
    ['2026-10-22', 'urgent'],
    ['2026-09-10', 'urgent'],
    ['2026-09-09', 'clear'],
  ] as const)('booked for %s, seen on 2026-09-10: %s', (day, level) => expect(levelOf(step2BelowTarget, booked(day))).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['no practice exam', near(), 'clear'],
    ['the latest counts', near(practised(240, '2026-09-05'), practised(220, '2026-08-20')), 'clear'],
    ['per cent, where points are expected', near(practised(78)), 'unknown: practice.score'],
    ['per cent after a score', near(practised(230, '2026-08-20'), practised(78)), 'watch'],
    ['practice unknown', { ...near(), practice: undefined }, 'unknown: practice'],
    ['exam history unknown', { ...near(practised(220)), exams: undefined }, 'unknown: exams'],
    ['nothing booked', { ...near(practised(220)), exams: [] }, 'clear'],
    ['passed', { ...near(practised(220)), exams: [step2(240), { exam: 'step2ck', bookedFor: '2026-09-20' }] }, 'clear'],
    ['no specialty, close to the pass mark', { ...near(practised(223)), specialtyPlan: undefined }, 'urgent'],
    ['no specialty, above it', { ...near(practised(224)), specialtyPlan: undefined }, 'unknown: specialtyPlan.primary'],
    [
      'a specialty without a tier',
      { ...near(practised(224)), specialtyPlan: { primary: 'radiation-oncology' } },
      'unknown: policy.specialty.tier.radiation-oncology',
    ],
    [
      'practice before an earlier sitting only',
      {
        ...near(practised(220, '2026-04-01')),
        exams: [taken('step2ck', '2026-05-01', { score: 210 }), { exam: 'step2ck', bookedFor: '2026-09-20' }],
      },
      'clear',
    ],
  ])('%s: %s', (_, record, answer) => expect(levelOf(step2BelowTarget, record)).toBe(answer));

  it('names the exam, the practice and the line', () =>
    expect(verdictOf(step2BelowTarget, near(practised(224)))).toMatchObject({
      evidence: { bookedFor: '2026-09-20', score: 224, passMark: 218, low: 235, line: 225, below: 'reach' },
    }));

  it('reads the pass mark of the booked day', () => {
    const record = { ...booked('2025-06-20', [practised(219, '2025-06-01')]), specialtyPlan: { primary: 'pediatrics' as const } };
    expect(verdictOf(step2BelowTarget, record, '2025-06-10')).toMatchObject({ level: 'urgent', evidence: { passMark: 214, line: 220 } });
  });

  it('follows a changed number of days from its day on', () => {
    const policy = changing('practice.step2-below-target.days', '2026-09-10', 5);
    expect(levelOf(step2BelowTarget, near(practised(230)), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(step2BelowTarget, near(practised(230)), '2026-09-10', { policy })).toBe('clear');
  });
});
