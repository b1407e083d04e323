import type { ApplicantRecord, Letter } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, us, verdictOf } from '../spec-kit.js';
import { educatorLetter } from './educator.rule.js';

const by = (writer: Letter['writer'], status: Letter['status'] = 'agreed'): Letter => ({ writer, status });
const having = (...letters: Letter[]): ApplicantRecord => ({ ...img, letters });

describe('letters.educator', () => {
  it.each<[string, ApplicantRecord, string]>([
    ['none', having(), 'note'],
    ['attendings and a chair', having(by('attending'), by('chair')), 'note'],
    ['a program director', having(by('attending'), by('program-director')), 'clear'],
    ['an associate program director', having(by('associate-program-director', 'uploaded')), 'clear'],
    ['a clerkship director', having(by('clerkship-director')), 'clear'],
    ['a program director only asked', having(by('program-director', 'asked')), 'note'],
    ['not known', img, 'unknown: letters'],
    ['a US graduate', { ...having(), applicantType: us.applicantType }, 'clear'],
    ['an application that is over', { ...having(), match: { outcome: 'unmatched' } }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(educatorLetter, record)).toBe(answer));

  it.each([
    ['2026-06-30', 'clear'],
    ['2026-07-01', 'note'],
  ] as const)('on %s, for the Match of 2027: %s', (asOf, level) => expect(levelOf(educatorLetter, having(), asOf)).toBe(level));

  it('names how many there are', () =>
    expect(verdictOf(educatorLetter, having(by('chair')))).toMatchObject({ evidence: { letters: 0, expected: 1 } }));

  it('follows changed writers from their day on', () => {
    const policy = changing('letters.educators', '2026-09-10', ['chair']);
    expect(levelOf(educatorLetter, having(by('chair')), '2026-09-09', { policy })).toBe('note');
    expect(levelOf(educatorLetter, having(by('chair')), '2026-09-10', { policy })).toBe('clear');
  });
});
