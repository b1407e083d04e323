import type { Casework } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { careVerdictOf, changing, img, nothingDone, told, us, usImg } from '../spec-kit.js';
import { noMentor } from './no-mentor.rule.js';

const mentors = (...knows: boolean[]): Casework => ({ ...nothingDone, mentors: knows.map((knowsImgPath) => ({ knowsImgPath })) });

describe('care.no-mentor', () => {
  it.each([
    ['no mentor', img, mentors(), 'note'],
    ['a mentor who does not know the path', img, mentors(false), 'note'],
    ['one of two who knows it', img, mentors(false, true), 'clear'],
    ['a US IMG', usImg, mentors(), 'note'],
    ['a US graduate', us, mentors(), 'clear'],
    ['a school that keeps no mentors', img, { ...nothingDone, mentors: undefined }, 'unknown: casework.mentors'],
    ['nothing known of the school', img, undefined, 'unknown: casework'],
  ])('%s: %s', (_, record, casework, answer) => expect(told(careVerdictOf(noMentor, record, casework))).toBe(answer));

  it('counts the mentors', () => expect(careVerdictOf(noMentor, img, mentors(false))).toMatchObject({ evidence: { mentors: 1 } }));

  it('follows a changed level from its day on', () => {
    const policy = changing('care.no-mentor.level', '2026-09-10', 'watch');
    expect(told(careVerdictOf(noMentor, img, mentors(), '2026-09-09', policy))).toBe('note');
    expect(told(careVerdictOf(noMentor, img, mentors(), '2026-09-10', policy))).toBe('watch');
  });
});
