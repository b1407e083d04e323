import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, taken, us, verdictOf } from '../spec-kit.js';
import { step1Late } from './step1-late.rule.js';

const open: ApplicantRecord = { ...us, exams: [] };
const asOf = '2025-09-10';
const doctor = (exams: ApplicantRecord['exams']): ApplicantRecord => ({ ...us, applicantType: 'us-do', exams });

describe('timeline.step1-late', () => {
  it.each([
    ['2025-07-30', 'clear'],
    ['2025-07-31', 'watch'],
    ['2025-11-27', 'watch'],
    ['2025-11-28', 'act'],
  ] as const)('not taken on %s, usual by 2025-06-01 for the Match of 2027: %s', (day, level) =>
    expect(levelOf(step1Late, open, day)).toBe(level),
  );

  it.each<[string, ApplicantRecord, string]>([
    ['passed', { ...us, exams: [taken('step1', '2025-08-30', { outcome: 'pass' })] }, 'clear'],
    ['failed', { ...us, exams: [taken('step1', '2025-03-30', { outcome: 'fail' })] }, 'watch'],
    ['result awaited', { ...us, exams: [taken('step1', '2025-09-01', { outcome: 'pending' })] }, 'unknown: exams[step1].outcome'],
    ['booked', { ...us, exams: [{ exam: 'step1', bookedFor: '2025-10-01' }] }, 'watch'],
    [
      'a booked day gone by, nothing heard',
      { ...us, exams: [{ exam: 'step1', bookedFor: '2025-09-09' }] },
      'unknown: exams[step1].outcome',
    ],
    [
      'a booked day gone by, heard of',
      { ...us, exams: [{ exam: 'step1', bookedFor: '2025-03-30' }, taken('step1', '2025-03-30', { outcome: 'fail' })] },
      'watch',
    ],
    ['exam history unknown', us, 'unknown: exams'],
    ['a DO who passed Level 1', doctor([taken('comlex1', '2025-05-01', { outcome: 'pass' })]), 'clear'],
    ['a DO who failed Level 1', doctor([taken('comlex1', '2025-05-01', { outcome: 'fail' })]), 'watch'],
    ['a DO who took neither', doctor([]), 'watch'],
    [
      'a DO who passed Level 1 and failed Step 1',
      doctor([taken('comlex1', '2025-05-01', { outcome: 'pass' }), taken('step1', '2025-05-09', { outcome: 'fail' })]),
      'watch',
    ],
  ])('%s: %s', (_, record, answer) => expect(levelOf(step1Late, record, asOf)).toBe(answer));

  it('asks for nothing before the line, and needs no calendar', () => {
    expect(levelOf(step1Late, us, '2025-07-30')).toBe('clear');
    expect(levelOf(step1Late, { ...open, season: 2028 }, '2026-07-31')).toBe('watch');
  });

  it('names the usual day and the booked one', () =>
    expect(verdictOf(step1Late, { ...us, exams: [{ exam: 'step1', bookedFor: '2025-10-01' }] }, asOf)).toMatchObject({
      evidence: { exam: 'step1', usualOn: '2025-06-01', lateFrom: '2025-07-31', bookedFor: '2025-10-01' },
    }));

  it('follows a changed usual date from its day on', () => {
    const policy = changing('timeline.step1-late.usual', '2025-09-10', { year: 'before-application', on: '07-31' });
    expect(levelOf(step1Late, open, '2025-09-09', { policy })).toBe('watch');
    expect(levelOf(step1Late, open, '2025-09-10', { policy })).toBe('clear');
  });
});
