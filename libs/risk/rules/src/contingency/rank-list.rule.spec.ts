import type { ApplicantRecord, Day, ProgramChoice } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, decided, levelOf, rows, unannounced, us, verdictOf } from '../spec-kit.js';
import { rankList } from './rank-list.rule.js';

const line = '2027-02-28';
const held = (rankListCertifiedOn: Day | null | undefined = null, status: ProgramChoice['status'] = 'interviewed'): ApplicantRecord => ({
  ...us,
  programs: rows(1, { status }),
  match: { rankListCertifiedOn },
});

describe('contingency.rank-list', () => {
  it.each([
    ['2027-02-27', 'clear'],
    ['2027-02-28', 'act'],
    ['2027-03-19', 'act'],
    ['2027-03-20', 'clear'],
  ] as const)('on %s, deadline on 3 March: %s', (asOf, level) => expect(levelOf(rankList, held(), asOf)).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['certified', held('2027-02-28'), 'clear'],
    ['a certification still to come', held('2027-03-01'), 'act'],
    ['a ranked program', held(null, 'ranked'), 'act'],
    ['an interview only booked', held(null, 'invited'), 'clear'],
    ['a program that does not say', { ...held(), programs: rows(1) }, 'unknown: programs.status'],
    ['certified or not is not known', { ...held(), match: {} }, 'unknown: match.rankListCertifiedOn'],
    ['nothing known of the Match', { ...held(), match: undefined }, 'unknown: match.rankListCertifiedOn'],
    ['no list on record', { ...us, match: { rankListCertifiedOn: null } }, 'unknown: programs'],
    ['no calendar', unannounced(held()), 'unknown: season calendar'],
    ['the Match is decided', decided(held()), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(rankList, record, line)).toBe(answer));

  it('names the deadline', () =>
    expect(verdictOf(rankList, held(), line)).toMatchObject({ evidence: { interviews: 1, dueOn: '2027-03-03' } }));

  it('follows a changed number of days from its day on', () => {
    const policy = changing('contingency.rank-list.act-days', '2027-02-24', 7);
    expect(levelOf(rankList, held(), '2027-02-23', { policy })).toBe('clear');
    expect(levelOf(rankList, held(), '2027-02-24', { policy })).toBe('act');
  });
});
