import type { Casework, Day } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { careVerdictOf, changing, nothingDone, scored, step2, taken, told, us } from '../spec-kit.js';
import { noMeeting } from './no-meeting.rule.js';

const highRisk = scored(219, 'internal-medicine', { backups: [] });
const atRisk = scored(224, 'internal-medicine', { geography: 'open' });
const since = (day: Day, more: Partial<Casework> = {}): Casework => ({
  ...nothingDone,
  riskLevel: 'high-risk',
  levelSince: day,
  atRiskSince: day,
  ...more,
});
const on = (day: Day, who: 'dean' | 'advisor' = 'advisor'): Partial<Casework> => ({ meetings: [{ on: day, with: who }] });

describe('care.no-meeting', () => {
  it.each<[string, Casework | undefined, string]>([
    ['for 13 days', since('2026-08-28'), 'clear'],
    ['for 14 days', since('2026-08-27'), 'act'],
    ['for months, met 13 days ago', since('2026-01-01', on('2026-08-28')), 'clear'],
    ['for months, met 14 days ago', since('2026-01-01', on('2026-08-27')), 'act'],
    ['for months, a meeting still to come', since('2026-01-01', on('2026-09-11')), 'act'],
    ['since today, at risk for 29 days', since('2026-09-10', { atRiskSince: '2026-08-12' }), 'clear'],
    ['since today, at risk for 30 days', since('2026-09-10', { atRiskSince: '2026-08-11' }), 'watch'],
    ['found by this very assessment', { ...nothingDone, riskLevel: 'on-track', levelSince: '2026-01-01' }, 'clear'],
    ['nothing known of the school', undefined, 'unknown: casework'],
  ])('high risk, %s: %s', (_, casework, answer) => expect(told(careVerdictOf(noMeeting, highRisk, casework))).toBe(answer));

  it.each<[string, Casework, string]>([
    ['for 29 days', since('2026-08-12', { riskLevel: 'at-risk' }), 'clear'],
    ['for 30 days', since('2026-08-11', { riskLevel: 'at-risk' }), 'watch'],
    ['for months, met 29 days ago', since('2026-01-01', { riskLevel: 'at-risk', ...on('2026-08-12') }), 'clear'],
  ])('at risk, %s: %s', (_, casework, answer) =>
    expect(told(careVerdictOf(noMeeting, { ...atRisk, statement: { status: 'final' } }, casework))).toBe(answer),
  );

  const failed = { ...us, exams: [taken('step1', '2024-05-01', { outcome: 'pass' }), step2(210, '2026-06-01')] };
  const flag = (openedOn: Day): Partial<Casework> => ({
    flags: [{ code: 'exam.step2-failed', level: 'urgent', openedOn, risenOn: openedOn }],
  });
  it.each<[string, Casework, string]>([
    ['a flag of 13 days', since('2026-09-10', flag('2026-08-28')), 'clear'],
    ['a flag of 14 days', since('2026-09-10', flag('2026-08-27')), 'urgent'],
    ['an advisor has met the applicant', since('2026-09-10', { ...flag('2026-08-27'), ...on('2026-09-09') }), 'urgent'],
    ['a dean has met the applicant since the exam', since('2026-09-10', { ...flag('2026-08-27'), ...on('2026-06-20', 'dean') }), 'clear'],
    ['a dean had met the applicant before the exam', since('2026-09-10', { ...flag('2026-08-27'), ...on('2026-05-20', 'dean') }), 'urgent'],
    ['no flag yet', since('2026-09-10'), 'clear'],
  ])('Step 2 CK failed, %s: %s', (_, casework, answer) => expect(told(careVerdictOf(noMeeting, failed, casework))).toBe(answer));

  it('does not ask for a dean once the Step is passed', () => {
    const passed = { ...failed, exams: [...failed.exams, step2(250, '2026-08-01')] };
    expect(told(careVerdictOf(noMeeting, passed, since('2026-09-10', flag('2026-08-01'))))).toBe('clear');
  });

  it('names the days, never how long ago they were', () => {
    expect(careVerdictOf(noMeeting, highRisk, since('2026-01-01', on('2026-08-20')))).toMatchObject({
      evidence: { riskLevel: 'high-risk', failed: null, lastMeetingOn: '2026-08-20', since: '2026-08-20', days: 14 },
    });
    expect(careVerdictOf(noMeeting, failed, since('2026-09-10', flag('2026-08-27')))).toMatchObject({
      evidence: { failed: { exam: 'step2ck', takenOn: '2026-06-01' }, since: '2026-08-27' },
    });
  });

  it('follows a changed number of days from its day on', () => {
    const policy = changing('care.no-meeting.high-risk-days', '2026-09-10', 7);
    expect(told(careVerdictOf(noMeeting, highRisk, since('2026-09-01'), '2026-09-09', policy))).toBe('clear');
    expect(told(careVerdictOf(noMeeting, highRisk, since('2026-09-01'), '2026-09-10', policy))).toBe('act');
  });
});
