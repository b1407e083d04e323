import type { SpecialtyPlan } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, scored, verdictOf } from '../spec-kit.js';
import { rigidGeography } from './rigid-geography.rule.js';

const within = (score: number, plan: SpecialtyPlan = { geography: 'single-area' }) => scored(score, 'internal-medicine', plan);

describe('plan.rigid-geography', () => {
  it.each([
    [225, 'clear'],
    [224, 'watch'],
    [223, 'watch'],
  ])('%i in internal medicine, one area only: %s', (score, level) => expect(levelOf(rigidGeography, within(score))).toBe(level));

  it.each<[string, SpecialtyPlan, string]>([
    ['a region', { geography: 'regional' }, 'clear'],
    ['open', { geography: 'open' }, 'clear'],
    ['not stated', {}, 'unknown: specialtyPlan.geography'],
  ])('%s: %s', (_, plan, answer) => expect(levelOf(rigidGeography, within(224, plan))).toBe(answer));

  it.each([
    ['exam history unknown', { ...within(224), exams: undefined }, 'unknown: exams'],
    ['nothing taken', { ...within(224), exams: [] }, 'clear'],
    ['not stated, category A', within(230, {}), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(rigidGeography, record)).toBe(answer));

  it('says how far below the range', () =>
    expect(verdictOf(rigidGeography, within(224))).toMatchObject({ evidence: { category: 'B', gap: 11, geography: 'single-area' } }));

  it('follows a changed level from its day on', () => {
    const policy = changing('plan.rigid-geography.level', '2026-09-10', 'act');
    expect(levelOf(rigidGeography, within(224), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(rigidGeography, within(224), '2026-09-10', { policy })).toBe('act');
  });
});
