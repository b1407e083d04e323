import type { ApplicantRecord, Letter } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, decided, levelOf, rows, us, verdictOf } from '../spec-kit.js';
import { overfull } from './overfull.rule.js';

const uploaded = (count: number): Letter[] => Array.from({ length: count }, () => ({ writer: 'attending', status: 'uploaded' }));
const assigned = (letters: number | undefined, of = 5): ApplicantRecord => ({
  ...us,
  letters: uploaded(of),
  programs: [...rows(3, { letters: 3 }), ...rows(1, { letters })],
});

describe('letters.overfull', () => {
  it.each<[string, ApplicantRecord, string]>([
    ['as many as a program receives', assigned(4), 'clear'],
    ['one more', assigned(5), 'note'],
    ['one more, of letters that are not known', { ...assigned(5), letters: undefined }, 'note'],
    ['one more at a program that was declined', { ...assigned(4), programs: rows(1, { letters: 5, status: 'declined' }) }, 'clear'],
    ['a program that does not say, and more letters than one receives', assigned(undefined), 'unknown: programs.letters'],
    ['a program that does not say, and no more letters than one receives', assigned(undefined, 4), 'clear'],
    ['a program that does not say, and letters not known', { ...assigned(undefined), letters: undefined }, 'unknown: letters'],
    ['every program says, and letters are not known', { ...assigned(4), letters: undefined }, 'clear'],
    ['no list on record', { ...us, letters: uploaded(5) }, 'unknown: programs'],
    ['no list on record, and few letters', { ...us, letters: uploaded(4) }, 'clear'],
    ['neither list nor letters on record', us, 'unknown: letters'],
    ['the Match is decided', decided(assigned(5)), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(overfull, record)).toBe(answer));

  it('counts the programs and names the most', () =>
    expect(verdictOf(overfull, { ...us, programs: [...rows(2, { letters: 5 }), ...rows(1, { letters: 6 }), ...rows(9)] })).toMatchObject({
      evidence: { programs: 3, most: 6, limit: 4 },
    }));

  it('follows a changed number from its day on', () => {
    const policy = changing('letters.per-program', '2026-09-10', 5);
    expect(levelOf(overfull, assigned(5), '2026-09-09', { policy })).toBe('note');
    expect(levelOf(overfull, assigned(5), '2026-09-10', { policy })).toBe('clear');
  });
});
