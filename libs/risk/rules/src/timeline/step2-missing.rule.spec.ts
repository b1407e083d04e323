import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { step2Missing } from './step2-missing.rule.js';

const open: ApplicantRecord = { ...us, exams: [] };
const asOf = '2026-10-01';

describe('timeline.step2-missing', () => {
  it.each([
    ['2026-09-22', 'clear'],
    ['2026-09-23', 'act'],
    ['2027-03-19', 'act'],
    ['2027-03-20', 'clear'],
  ] as const)('no score on %s, programs read from 2026-09-23 to the Match: %s', (day, level) =>
    expect(levelOf(step2Missing, open, day)).toBe(level),
  );

  it.each<[string, ApplicantRecord, string]>([
    ['passed', { ...us, exams: [step2(218)] }, 'clear'],
    ['failed', { ...us, exams: [step2(217)] }, 'act'],
    ['passed, score not stated', { ...us, exams: [taken('step2ck', '2026-06-15', { outcome: 'pass' })] }, 'clear'],
    ['result awaited', { ...us, exams: [taken('step2ck', '2026-09-10', { outcome: 'pending' })] }, 'act'],
    ['taken, nothing said of the result', { ...us, exams: [taken('step2ck', '2026-09-10')] }, 'unknown: exams[step2ck].outcome'],
    ['booked', { ...us, exams: [{ exam: 'step2ck', bookedFor: '2026-10-10' }] }, 'act'],
    [
      'a booked day gone by, nothing heard',
      { ...us, exams: [{ exam: 'step2ck', bookedFor: '2026-09-10' }] },
      'unknown: exams[step2ck].outcome',
    ],
    ['exam history unknown', us, 'unknown: exams'],
    ['a season without a calendar', { ...open, season: 2028 }, 'unknown: season calendar'],
    ['a season without a calendar, passed', { ...us, season: 2028, exams: [step2(240)] }, 'clear'],
    ['a DO with Level 2', { ...us, applicantType: 'us-do', exams: [taken('comlex2', '2026-06-15', { outcome: 'pass' })] }, 'clear'],
    ['an MD with Level 2', { ...us, exams: [taken('comlex2', '2026-06-15', { outcome: 'pass' })] }, 'act'],
    ['an application that is over', { ...open, match: { outcome: 'withdrawn' } }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(step2Missing, record, asOf)).toBe(answer));

  it('asks for nothing before programs read', () => expect(levelOf(step2Missing, us, '2026-09-22')).toBe('clear'));

  it('names what is awaited', () =>
    expect(
      verdictOf(step2Missing, { ...us, exams: [step2(210), taken('step2ck', '2026-09-10', { outcome: 'pending' })] }, asOf),
    ).toMatchObject({
      evidence: { exam: 'step2ck', reviewOn: '2026-09-23', failed: 1, takenOn: '2026-09-10' },
    }));

  it('follows a changed level from its day on', () => {
    const policy = changing('timeline.step2-missing.level', '2026-10-10', 'urgent');
    expect(levelOf(step2Missing, open, '2026-10-09', { policy })).toBe('act');
    expect(levelOf(step2Missing, open, '2026-10-10', { policy })).toBe('urgent');
  });
});
