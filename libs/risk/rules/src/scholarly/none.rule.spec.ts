import type { ApplicantRecord, ScholarlyWork, SpecialtyKey } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, scored, us, verdictOf } from '../spec-kit.js';
import { noScholarly } from './none.rule.js';

const work = (status: ScholarlyWork['status'], on?: ScholarlyWork['on']): ScholarlyWork => ({ kind: 'poster', status, on });
const having = (score: number, specialty: SpecialtyKey, ...scholarly: ScholarlyWork[]): ApplicantRecord => ({
  ...scored(score, specialty),
  scholarly,
});

describe('scholarly.none', () => {
  it.each<[number, SpecialtyKey, string]>([
    [225, 'internal-medicine', 'clear'],
    [224, 'internal-medicine', 'watch'],
    [219, 'internal-medicine', 'watch'],
    [255, 'dermatology', 'watch'],
    [255, 'anesthesiology', 'clear'],
  ])('%i in %s and no output: %s', (score, specialty, level) => expect(levelOf(noScholarly, having(score, specialty))).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['in progress', having(224, 'internal-medicine', work('in-progress')), 'watch'],
    ['submitted', having(224, 'internal-medicine', work('submitted')), 'clear'],
    ['submitted on the day', having(224, 'internal-medicine', work('submitted', '2026-09-10')), 'clear'],
    ['submitted the day after', having(224, 'internal-medicine', work('submitted', '2026-09-11')), 'watch'],
    ['not known', scored(224, 'internal-medicine'), 'unknown: scholarly'],
    ['not known, category A', scored(230, 'internal-medicine'), 'clear'],
    ['exam history unknown', { ...us, scholarly: [] }, 'unknown: exams'],
    ['exam history unknown, ultra-competitive', { ...us, scholarly: [], specialtyPlan: { primary: 'dermatology' } }, 'watch'],
    ['exam history unknown, something published', { ...us, scholarly: [work('published')] }, 'clear'],
    ['nothing taken', { ...having(224, 'internal-medicine'), exams: [] }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(noScholarly, record)).toBe(answer));

  it('names why output is looked for', () =>
    expect(verdictOf(noScholarly, having(224, 'internal-medicine'))).toMatchObject({
      evidence: { category: 'B', specialty: 'internal-medicine', tier: 'mid-competitive' },
    }));

  it('follows changed tiers from their day on', () => {
    const policy = changing('scholarly.none.tiers', '2026-09-10', []);
    expect(levelOf(noScholarly, having(255, 'dermatology'), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(noScholarly, having(255, 'dermatology'), '2026-09-10', { policy })).toBe('clear');
  });
});
