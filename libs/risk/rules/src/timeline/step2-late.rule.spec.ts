import type { ApplicantRecord, Day, Exam } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { step2Late } from './step2-late.rule.js';

const asOf: Day = '2026-07-10';
const passedStep1 = taken('step1', '2025-05-01', { outcome: 'pass' });
const booked = (bookedFor: Day, ...more: Exam[]): ApplicantRecord => ({
  ...us,
  exams: [passedStep1, ...more, { exam: 'step2ck', bookedFor }],
  specialtyPlan: { primary: 'internal-medicine' },
});
const late = booked('2026-08-20');

describe('timeline.step2-late', () => {
  it.each([
    ['2026-08-05', 'clear'],
    ['2026-08-06', 'watch'],
  ] as const)('booked for %s, reported 28 days later, applications open on 2026-09-02: %s', (day, level) =>
    expect(levelOf(step2Late, booked(day), asOf)).toBe(level),
  );

  it.each<[string, ApplicantRecord, string]>([
    ['a competitive tier', { ...late, specialtyPlan: { primary: 'anesthesiology' } }, 'act'],
    ['an ultra-competitive tier', { ...late, specialtyPlan: { primary: 'dermatology' } }, 'act'],
    ['no specialty', { ...late, specialtyPlan: undefined }, 'watch'],
    ['an IMG', { ...late, applicantType: 'us-img' }, 'act'],
    ['Step 1 failed first', booked('2026-08-20', taken('step1', '2025-02-01', { outcome: 'fail' })), 'act'],
    [
      'Step 1 passed 59 days late',
      { ...late, exams: [taken('step1', '2025-07-30', { outcome: 'pass' }), { exam: 'step2ck', bookedFor: '2026-08-20' }] },
      'watch',
    ],
    [
      'Step 1 passed 60 days late',
      { ...late, exams: [taken('step1', '2025-07-31', { outcome: 'pass' }), { exam: 'step2ck', bookedFor: '2026-08-20' }] },
      'act',
    ],
    ['Step 1 still to pass', { ...late, exams: [{ exam: 'step2ck', bookedFor: '2026-08-20' }] }, 'act'],
  ])('%s: %s', (_, record, level) => expect(levelOf(step2Late, record, asOf)).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['nothing booked', { ...late, exams: [passedStep1] }, 'clear'],
    ['passed', { ...late, exams: [passedStep1, step2(240, '2026-06-15')] }, 'clear'],
    ['failed, booked again', booked('2026-08-20', step2(210, '2026-04-15')), 'watch'],
    ['exam history unknown', { ...late, exams: undefined }, 'unknown: exams'],
    ['a season without a calendar', { ...late, season: 2028 }, 'unknown: season calendar'],
    ['a season without a calendar, nothing booked', { ...late, season: 2028, exams: [] }, 'clear'],
    [
      'a DO with Level 2 booked',
      { ...late, applicantType: 'us-do', exams: [passedStep1, { exam: 'comlex2', bookedFor: '2026-08-20' }] },
      'watch',
    ],
    ['an application that is over', { ...late, match: { outcome: 'withdrawn' } }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(step2Late, record, asOf)).toBe(answer));

  it.each([
    ['2026-08-05', 'clear'],
    ['2026-08-06', 'watch'],
  ] as const)('taken on %s and awaited: %s', (day, level) =>
    expect(levelOf(step2Late, { ...late, exams: [passedStep1, taken('step2ck', day, { outcome: 'pending' })] }, '2026-08-25')).toBe(level),
  );

  it('names the days and the causes', () =>
    expect(
      verdictOf(step2Late, { ...img, ...late, applicantType: 'non-us-img', specialtyPlan: { primary: 'dermatology' } }, asOf),
    ).toMatchObject({
      evidence: { exam: 'step2ck', sittingOn: '2026-08-20', scoreBy: '2026-09-17', submitOn: '2026-09-02', because: ['tier', 'img'] },
    }));

  it('follows a changed delay from its day on', () => {
    const policy = changing('exam.report-delay.usual', '2026-07-10', 56);
    expect(levelOf(step2Late, booked('2026-07-20'), '2026-07-09', { policy })).toBe('clear');
    expect(levelOf(step2Late, booked('2026-07-20'), '2026-07-10', { policy })).toBe('watch');
  });
});
