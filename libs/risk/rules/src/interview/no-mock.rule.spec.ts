import type { ApplicantRecord, ProgramChoice } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, decided, levelOf, rows, us, verdictOf } from '../spec-kit.js';
import { noMock } from './no-mock.rule.js';

const withStatus = (status: ProgramChoice['status'], mockInterviews?: number): ApplicantRecord => ({
  ...us,
  interviewPrep: { mockInterviews },
  programs: [...rows(9, { status: 'applied' }), ...rows(1, { status })],
});

describe('interview.no-mock', () => {
  it.each<[string, ApplicantRecord, string]>([
    ['an interview booked, no mock interview', withStatus('invited', 0), 'watch'],
    ['an interview held, no mock interview', withStatus('interviewed', 0), 'watch'],
    ['an interview held and ranked, no mock interview', withStatus('ranked', 0), 'watch'],
    ['an interview booked, one mock interview', withStatus('invited', 1), 'clear'],
    ['nothing booked', withStatus('applied', 0), 'clear'],
    ['declined', withStatus('declined', 0), 'clear'],
    ['a program that does not say', withStatus(undefined, 0), 'unknown: programs.status'],
    ['mock interviews not known', withStatus('invited'), 'unknown: interviewPrep.mockInterviews'],
    ['preparation not known', { ...withStatus('invited'), interviewPrep: undefined }, 'unknown: interviewPrep.mockInterviews'],
    ['no list on record', { ...us, interviewPrep: { mockInterviews: 0 } }, 'unknown: programs'],
    ['the Match is decided', decided(withStatus('ranked', 0)), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(noMock, record)).toBe(answer));

  it('counts the interviews', () => expect(verdictOf(noMock, withStatus('invited', 0))).toMatchObject({ evidence: { interviews: 1 } }));

  it('follows a changed level from its day on', () => {
    const policy = changing('interview.no-mock.level', '2026-09-10', 'act');
    expect(levelOf(noMock, withStatus('invited', 0), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(noMock, withStatus('invited', 0), '2026-09-10', { policy })).toBe('act');
  });
});
