import type { ApplicantRecord, Letter } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, us, verdictOf } from '../spec-kit.js';
import { usLetters } from './us.rule.js';

const inUs: Letter = { writer: 'attending', us: true, status: 'agreed' };
const having = (...letters: Letter[]): ApplicantRecord => ({ ...img, letters });

describe('letters.us', () => {
  it.each<[string, ApplicantRecord, string]>([
    ['none', having(), 'act'],
    ['one', having(inUs, { ...inUs, us: false }), 'act'],
    ['two', having(inUs, { ...inUs, status: 'uploaded' }), 'clear'],
    ['two, one only asked', having(inUs, { ...inUs, status: 'asked' }), 'act'],
    ['two, one declined', having(inUs, { ...inUs, status: 'declined' }), 'act'],
    ['one, and one whose country is not stated', having(inUs, { ...inUs, us: undefined }), 'unknown: letters.us'],
    ['only one, whose country is not stated', having({ ...inUs, us: undefined }), 'act'],
    ['not known', img, 'unknown: letters'],
    ['a US graduate', { ...having(), applicantType: us.applicantType }, 'clear'],
    ['a season that is far away', { ...having(), season: 2029 }, 'clear'],
    ['an application that is over', { ...having(), match: { outcome: 'unmatched' } }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(usLetters, record)).toBe(answer));

  it.each([
    ['2026-06-30', 'clear'],
    ['2026-07-01', 'act'],
  ] as const)('on %s, for the Match of 2027: %s', (asOf, level) => expect(levelOf(usLetters, having(inUs), asOf)).toBe(level));

  it('names how many there are', () => expect(verdictOf(usLetters, having(inUs))).toMatchObject({ evidence: { letters: 1, expected: 2 } }));

  it('follows a changed number from its day on', () => {
    const policy = changing('letters.us', '2026-09-10', 1);
    expect(levelOf(usLetters, having(inUs), '2026-09-09', { policy })).toBe('act');
    expect(levelOf(usLetters, having(inUs), '2026-09-10', { policy })).toBe('clear');
  });
});
