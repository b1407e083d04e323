import type { ApplicantRecord, Day } from '@matchwatch/domain';
import { defaultPolicy, findSeason } from '@matchwatch/risk-policy';
import { describe, expect, it } from 'vitest';
import { standInTree } from './stand-in-tree.js';

const calendar = findSeason(defaultPolicy, 2027, '2027-01-01');
type Facts = Pick<ApplicantRecord, 'match' | 'contingency'>;
const stand = (facts: Facts, asOf: Day) => standInTree(facts, calendar, asOf);
const of = (outcome: NonNullable<Facts['match']>['outcome'], path?: NonNullable<Facts['contingency']>['path']): Facts => ({
  match: { outcome },
  ...(path && { contingency: { path } }),
});

describe('where an applicant stands in the decision tree', () => {
  it.each([
    ['before Match Monday', of(null), '2027-03-14', 'awaiting-match'],
    ['without a word of the outcome from Monday on', of(null), '2027-03-15', 'matched'],
    ['matched', of('matched-backup'), '2027-03-20', 'residency'],
    ['with a preliminary year', of('preliminary-only'), '2027-03-20', 'residency'],
    ['after SOAP', of('soap'), '2027-03-20', 'best-fit'],
    ['unmatched on Monday', of('unmatched'), '2027-03-15', 'soap-spots'],
    ['unmatched, set on SOAP', of('unmatched', 'soap'), '2027-03-19', 'backups-and-preliminary'],
    ['unmatched after Match Day', of('unmatched'), '2027-03-20', 'research-or-clinical'],
    ['SOAP over without a position', of('unmatched', 'soap'), '2027-03-20', 'research-or-clinical'],
    ['a research year', of('unmatched', 'research-year'), '2027-03-20', 'research-group'],
    ['a clinical year', of('unmatched', 'clinical-year'), '2027-03-20', 'clinical-role'],
    ['another specialty', of('unmatched', 'change-specialty'), '2027-03-20', 'clinical-role'],
    ['reapplying', of('unmatched', 'reapply'), '2027-03-20', 'reapply'],
    ['withdrawn', of('withdrawn'), '2027-03-20', null],
    ['nothing known', {}, '2026-09-10', 'awaiting-match'],
  ] as const)('%s', (_, facts, asOf, at) => expect(stand(facts, asOf).at).toBe(at));

  it('names what decides next, and when', () => {
    expect(stand({}, '2026-09-10').decidedBy).toEqual([
      { fact: 'match.outcome', on: '2027-03-15' },
      { fact: 'contingency', on: '2027-03-15' },
    ]);
    expect(stand(of('unmatched', 'soap'), '2027-03-16').decidedBy).toEqual([{ fact: 'match.outcome', on: '2027-03-18' }]);
    expect(stand(of('matched-primary'), '2027-03-20').decidedBy).toEqual([]);
  });

  it('shows the way the contingency plan would go', () => {
    expect(stand({ contingency: { path: 'research-year' } }, '2027-02-01').planned).toEqual([
      'soap-spots',
      'research-or-clinical',
      'research-group',
      'reapply',
    ]);
    expect(stand({}, '2027-02-01').planned).toEqual([]);
    expect(stand(of('matched-primary', 'soap'), '2027-03-20').planned).toEqual([]);
  });

  it('names no day in a season without a calendar', () =>
    expect(standInTree({}, undefined, '2028-01-10')).toMatchObject({
      at: 'awaiting-match',
      decidedBy: [
        { fact: 'match.outcome', on: null },
        { fact: 'contingency', on: null },
      ],
    }));
});
