import type { ApplicantRecord, Letter } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, scored, us, verdictOf } from '../spec-kit.js';
import { lukewarm } from './lukewarm.rule.js';

const judged = (strength: Letter['strength'], status: Letter['status'] = 'uploaded'): Letter => ({ writer: 'chair', status, strength });
const withScore = (score: number, ...letters: Letter[]): ApplicantRecord => ({ ...scored(score, 'internal-medicine'), letters });

describe('letters.lukewarm', () => {
  it.each([
    [225, 'clear'],
    [224, 'act'],
    [219, 'act'],
    [217, 'clear'],
  ])('%i in internal medicine and a generic letter: %s', (score, level) =>
    expect(levelOf(lukewarm, withScore(score, judged('strong'), judged('generic')))).toBe(level),
  );

  it.each<[string, ApplicantRecord, string]>([
    ['strong letters', withScore(224, judged('strong')), 'clear'],
    ['a letter not judged', withScore(224, judged('unknown'), judged(undefined)), 'clear'],
    ['a declined one', withScore(224, judged('generic', 'declined')), 'clear'],
    ['no letters', withScore(224), 'clear'],
    ['letters unknown', scored(224, 'internal-medicine'), 'unknown: letters'],
    ['letters unknown, category A', scored(230, 'internal-medicine'), 'clear'],
    ['exam history unknown', { ...us, letters: [judged('generic')] }, 'unknown: exams'],
    ['exam history unknown, strong letters', { ...us, letters: [judged('strong')] }, 'clear'],
    ['an application that is over', { ...withScore(224, judged('generic')), match: { outcome: 'unmatched' } }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(lukewarm, record)).toBe(answer));

  it('names who wrote it', () =>
    expect(verdictOf(lukewarm, withScore(224, judged('generic')))).toMatchObject({ evidence: { category: 'B', writers: ['chair'] } }));

  it('follows a changed level from its day on', () => {
    const policy = changing('letters.lukewarm.level', '2026-09-10', 'watch');
    expect(levelOf(lukewarm, withScore(224, judged('generic')), '2026-09-09', { policy })).toBe('act');
    expect(levelOf(lukewarm, withScore(224, judged('generic')), '2026-09-10', { policy })).toBe('watch');
  });
});
