import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, decided, levelOf, scored, step2, taken, us, verdictOf } from '../spec-kit.js';
import { noAccount } from './no-account.rule.js';

const october = '2026-10-01';
const scoring = (score: number, interviewPrep: ApplicantRecord['interviewPrep'] = {}): ApplicantRecord => ({
  ...scored(score, 'internal-medicine'),
  interviewPrep,
});

describe('interview.no-account', () => {
  it.each([
    [225, 'clear'],
    [224, 'watch'],
    [219, 'watch'],
  ])('%i in internal medicine: %s', (score, level) => expect(levelOf(noAccount, scoring(score), october)).toBe(level));

  it.each([
    ['2026-09-30', 'clear'],
    ['2026-10-01', 'watch'],
    ['2027-03-19', 'watch'],
    ['2027-03-20', 'clear'],
  ] as const)('on %s: %s', (asOf, level) => expect(levelOf(noAccount, scoring(224), asOf)).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['rehearsed', scoring(224, { accountRehearsedOn: '2026-10-01' }), 'clear'],
    ['a rehearsal still to come', scoring(224, { accountRehearsedOn: '2026-10-02' }), 'watch'],
    ['a failed Step 1', { ...scoring(245), exams: [taken('step1', '2025-01-01', { outcome: 'fail' }), step2(245)] }, 'watch'],
    ['preparation not known', { ...scoring(224), interviewPrep: undefined }, 'unknown: interviewPrep'],
    ['exam history unknown', { ...us, interviewPrep: {} }, 'unknown: exams'],
    ['the Match is decided', decided(scoring(224)), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(noAccount, record, october)).toBe(answer));

  it('says what asks for it and since when', () =>
    expect(verdictOf(noAccount, scoring(224), october)).toMatchObject({ evidence: { category: 'B', failures: 0, since: october } }));

  it('follows a changed line from its day on', () => {
    const policy = changing('interview.no-account.watch-from', '2026-09-10', { year: 'application', on: '09-01' });
    expect(levelOf(noAccount, scoring(224), '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(noAccount, scoring(224), '2026-09-10', { policy })).toBe('watch');
  });
});
