import type { ApplicantRecord, Letter } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, us, verdictOf } from '../spec-kit.js';
import { tooFewLetters } from './too-few.rule.js';

const letters = (uploaded: number, agreed = 0, asked = 0): Letter[] => [
  ...Array.from({ length: uploaded }, (): Letter => ({ writer: 'attending', status: 'uploaded' })),
  ...Array.from({ length: agreed }, (): Letter => ({ writer: 'attending', status: 'agreed' })),
  ...Array.from({ length: asked }, (): Letter => ({ writer: 'attending', status: 'asked' })),
];
const having = (...counts: Parameters<typeof letters>): ApplicantRecord => ({ ...us, letters: letters(...counts) });

describe('letters.too-few', () => {
  it.each([
    ['2026-08-02', 1, 1, 'clear'],
    ['2026-08-03', 1, 1, 'watch'],
    ['2026-08-03', 1, 2, 'clear'],
    ['2026-09-01', 1, 1, 'watch'],
    ['2026-09-01', 0, 3, 'clear'],
    ['2026-09-02', 0, 3, 'act'],
    ['2026-09-02', 2, 1, 'act'],
    ['2026-09-02', 3, 0, 'clear'],
  ] as const)('on %s, applications open on 2026-09-02, uploaded %i, agreed %i: %s', (asOf, uploaded, agreed, level) =>
    expect(levelOf(tooFewLetters, having(uploaded, agreed), asOf)).toBe(level),
  );

  it.each<[string, ApplicantRecord, string]>([
    ['none', having(0), 'act'],
    ['not known', us, 'unknown: letters'],
    ['a season without a calendar', { ...having(2), season: 2028 }, 'unknown: season calendar'],
    ['a season without a calendar, all uploaded', { ...having(3), season: 2028 }, 'clear'],
    ['an application that is over', { ...having(0), match: { outcome: 'unmatched' } }, 'clear'],
    ['a season whose Match is over', { ...having(0), season: 2026 }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(tooFewLetters, record)).toBe(answer));

  it('asks for nothing before the line', () => expect(levelOf(tooFewLetters, us, '2026-08-02')).toBe('clear'));

  it('names how many there are', () =>
    expect(verdictOf(tooFewLetters, having(1, 1, 2), '2026-08-10')).toMatchObject({
      evidence: { uploaded: 1, agreed: 1, expected: 3, submitOn: '2026-09-02' },
    }));

  it('follows a changed number from its day on', () => {
    const policy = changing('letters.total', '2026-09-10', 4);
    expect(levelOf(tooFewLetters, having(3), '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(tooFewLetters, having(3), '2026-09-10', { policy })).toBe('act');
  });
});
