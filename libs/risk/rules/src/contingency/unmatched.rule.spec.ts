import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, unannounced, us, verdictOf } from '../spec-kit.js';
import { unmatched } from './unmatched.rule.js';

const april = '2027-04-01';
const ended = (match: ApplicantRecord['match'], path?: NonNullable<ApplicantRecord['contingency']>['path']): ApplicantRecord => ({
  ...us,
  match,
  contingency: { path },
});
const none = { outcome: 'unmatched' } as const;

describe('contingency.unmatched', () => {
  it.each<[string, ApplicantRecord, string]>([
    ['no plan', ended(none), 'urgent'],
    ['plan not known', { ...us, match: none }, 'urgent'],
    ['only the SOAP that is over', ended(none, 'soap'), 'urgent'],
    ['a plan to apply again', ended(none, 'reapply'), 'act'],
    ['a research year', ended(none, 'research-year'), 'act'],
    ['matched', ended({ outcome: 'matched-backup' }), 'clear'],
    ['a preliminary year', ended({ outcome: 'preliminary-only' }), 'clear'],
    ['outcome not known', us, 'unknown: match.outcome'],
    ['outcome not there', ended({ outcome: null }), 'unknown: match.outcome'],
    ['no calendar', unannounced(us), 'unknown: season calendar'],
    ['no calendar and unmatched', unannounced(ended(none)), 'urgent'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(unmatched, record, april)).toBe(answer));

  it.each([
    ['2027-03-19', 'clear'],
    ['2027-03-20', 'unknown: match.outcome'],
  ] as const)('without an outcome on %s, Match Day on 19 March: %s', (asOf, answer) => expect(levelOf(unmatched, us, asOf)).toBe(answer));

  it('names the plan', () => expect(verdictOf(unmatched, ended(none, 'reapply'))).toMatchObject({ evidence: { plan: 'reapply' } }));

  it('follows changed paths from their day on', () => {
    const policy = changing('contingency.unmatched.next-paths', '2027-04-01', ['soap']);
    expect(levelOf(unmatched, ended(none, 'soap'), '2027-03-31', { policy })).toBe('urgent');
    expect(levelOf(unmatched, ended(none, 'soap'), april, { policy })).toBe('act');
  });
});
