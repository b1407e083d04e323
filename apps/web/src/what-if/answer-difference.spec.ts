import type { Answer, Finding } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { compareAnswers } from './answer-difference.js';

const finding = (code: string, level: Finding['level'], area: Finding['area'] = 'exam'): Finding => ({ code, area, level, evidence: {} });
const answer = (findings: Finding[], unknown: string[] = []): Answer => ({
  externalId: 'S-1',
  asOf: '2026-09-01',
  policy: 'spec',
  riskLevel: 'watch',
  setBy: [],
  categories: [],
  imgTier: null,
  programTarget: null,
  findings,
  unknown: unknown.map((code) => ({ code, missing: [] })),
  strengths: [],
  careGaps: [],
  advice: [],
});

describe('two answers of one person', () => {
  it('tell what goes, comes, weighs differently and stays', () => {
    const today = answer([finding('a', 'watch'), finding('b', 'urgent'), finding('c', 'act'), finding('d', 'note')]);
    const then = answer([finding('c', 'watch'), finding('d', 'note'), finding('e', 'act')]);
    const difference = compareAnswers(today, then);
    expect(
      difference.goes.map(({ code }) => code),
      'the most serious first',
    ).toEqual(['b', 'a']);
    expect(difference.comes.map(({ code }) => code)).toEqual(['e']);
    expect(difference.moves).toEqual([{ finding: finding('c', 'watch'), from: 'act' }]);
    expect(difference.stays.map(({ code }) => code)).toEqual(['d']);
  });

  it('do not take what became unknown for gone', () => {
    const difference = compareAnswers(answer([finding('a', 'act')]), answer([], ['a']));
    expect(difference.goes).toEqual([]);
    expect(difference.unknown.map(({ code }) => code)).toEqual(['a']);
  });

  it('leave out what concerns the data or the school', () =>
    expect(compareAnswers(answer([finding('data.stale', 'watch', 'data')]), answer([])).goes).toEqual([]));
});
