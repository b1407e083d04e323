import type { ApplicantRecord, Letter } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, us, verdictOf } from '../spec-kit.js';
import { specialtyLetters } from './specialty.rule.js';

const own: Letter = { writer: 'attending', specialty: 'neurology', status: 'uploaded' };
const other: Letter = { ...own, specialty: 'pediatrics' };
const open: Letter = { writer: 'attending', status: 'uploaded' };
const having = (...letters: Letter[]): ApplicantRecord => ({ ...us, specialtyPlan: { primary: 'neurology' }, letters });
const agreed: Letter = { ...own, status: 'agreed' };

describe('letters.specialty', () => {
  it.each<[string, Letter[], string]>([
    ['2026-08-02', [own], 'clear'],
    ['2026-08-03', [own], 'watch'],
    ['2026-08-03', [own, agreed], 'clear'],
    ['2026-09-01', [agreed, agreed], 'clear'],
    ['2026-09-02', [agreed, agreed], 'act'],
    ['2026-09-02', [own, own], 'clear'],
    ['2026-09-02', [own, other, other], 'act'],
  ])('on %s, applications open on 2026-09-02: %s', (asOf, letters, level) =>
    expect(levelOf(specialtyLetters, having(...letters), asOf as '2026-09-02')).toBe(level),
  );

  it.each<[string, ApplicantRecord, string]>([
    ['none', having(), 'act'],
    ['not known', { ...having(), letters: undefined }, 'unknown: letters'],
    ['one whose specialty is not stated', having(own, open), 'unknown: letters.specialty'],
    ['too few whatever that one is', having(open), 'act'],
    ['enough besides that one', having(own, own, open), 'clear'],
    ['no specialty in the plan', { ...having(own), specialtyPlan: {} }, 'unknown: specialtyPlan.primary'],
    ['a season without a calendar', { ...having(own), season: 2028 }, 'unknown: season calendar'],
    ['an application that is over', { ...having(), match: { outcome: 'unmatched' } }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(specialtyLetters, record)).toBe(answer));

  it('names how many there are', () =>
    expect(verdictOf(specialtyLetters, having(own, other, agreed), '2026-09-10')).toMatchObject({
      evidence: { specialty: 'neurology', uploaded: 1, agreed: 1, expected: 2, submitOn: '2026-09-02' },
    }));

  it('follows a changed number from its day on', () => {
    const policy = changing('letters.specialty', '2026-09-10', 1);
    expect(levelOf(specialtyLetters, having(own), '2026-09-09', { policy })).toBe('act');
    expect(levelOf(specialtyLetters, having(own), '2026-09-10', { policy })).toBe('clear');
  });
});
