import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { step2Unscheduled } from './step2-unscheduled.rule.js';

const open: ApplicantRecord = { ...us, exams: [] };
const asOf = '2026-04-01';

describe('timeline.step2-unscheduled', () => {
  it.each([
    ['2026-02-28', 'clear'],
    ['2026-03-01', 'watch'],
    ['2026-04-30', 'watch'],
    ['2026-05-01', 'act'],
  ] as const)('no date on %s, for the Match of 2027: %s', (day, level) => expect(levelOf(step2Unscheduled, open, day)).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['booked', { ...us, exams: [{ exam: 'step2ck', bookedFor: '2026-06-20' }] }, 'clear'],
    ['booked for the day', { ...us, exams: [{ exam: 'step2ck', bookedFor: '2026-04-01' }] }, 'clear'],
    [
      'a booked day gone by, nothing heard',
      { ...us, exams: [{ exam: 'step2ck', bookedFor: '2026-03-31' }] },
      'unknown: exams[step2ck].outcome',
    ],
    ['only Step 3 booked', { ...us, exams: [{ exam: 'step3', bookedFor: '2026-06-20' }] }, 'watch'],
    ['passed', { ...us, exams: [step2(240, '2026-03-10')] }, 'clear'],
    ['failed, no further date', { ...us, exams: [step2(210, '2026-03-10')] }, 'watch'],
    ['failed, booked again', { ...us, exams: [step2(210, '2026-03-10'), { exam: 'step2ck', bookedFor: '2026-06-20' }] }, 'clear'],
    ['result awaited', { ...us, exams: [taken('step2ck', '2026-03-30', { outcome: 'pending' })] }, 'clear'],
    ['sat incompletely', { ...us, exams: [taken('step2ck', '2026-03-10', { outcome: 'incomplete' })] }, 'watch'],
    ['exam history unknown', us, 'unknown: exams'],
    ['a DO with Level 2 booked', { ...us, applicantType: 'us-do', exams: [{ exam: 'comlex2', bookedFor: '2026-06-20' }] }, 'clear'],
    ['a DO with Level 2 passed', { ...us, applicantType: 'us-do', exams: [taken('comlex2', '2026-03-10', { outcome: 'pass' })] }, 'clear'],
    ['a DO with neither', { ...us, applicantType: 'us-do', exams: [] }, 'watch'],
    ['an application that is over', { ...open, match: { outcome: 'withdrawn' } }, 'clear'],
    ['a season without a calendar', { ...open, season: 2029 }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(step2Unscheduled, record, asOf)).toBe(answer));

  it('asks for nothing before the line', () => expect(levelOf(step2Unscheduled, us, '2026-02-28')).toBe('clear'));

  it('needs no calendar', () => expect(levelOf(step2Unscheduled, { ...open, season: 2028 }, '2027-03-01')).toBe('watch'));

  it('names the line that was crossed', () => {
    expect(verdictOf(step2Unscheduled, open, '2026-04-30')).toMatchObject({ evidence: { exam: 'step2ck', since: '2026-03-01' } });
    expect(verdictOf(step2Unscheduled, open, '2026-07-01')).toMatchObject({ evidence: { exam: 'step2ck', since: '2026-05-01' } });
  });

  it('follows a changed line from its day on', () => {
    const policy = changing('timeline.step2-unscheduled.watch-from', '2026-03-10', { year: 'application', on: '04-01' });
    expect(levelOf(step2Unscheduled, open, '2026-03-09', { policy })).toBe('watch');
    expect(levelOf(step2Unscheduled, open, '2026-03-10', { policy })).toBe('clear');
  });
});
