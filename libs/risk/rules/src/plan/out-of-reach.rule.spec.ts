import type { SpecialtyKey } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, scored, step2, us } from '../spec-kit.js';
import { outOfReach } from './out-of-reach.rule.js';

describe('plan.out-of-reach', () => {
  it.each<[number, SpecialtyKey, string]>([
    [240, 'dermatology', 'clear'],
    [239, 'dermatology', 'act'],
    [229, 'dermatology', 'act'],
    [250, 'dermatology', 'clear'],
    [225, 'anesthesiology', 'clear'],
    [219, 'pediatrics', 'clear'],
    [239, 'urology', 'act'],
  ])('%i in %s: %s', (score, specialty, level) => expect(levelOf(outOfReach, scored(score, specialty))).toBe(level));

  it.each([
    ['exam history unknown', { ...us, specialtyPlan: { primary: 'dermatology' } }, 'unknown: exams'],
    ['exam history unknown, a reachable tier', { ...us, specialtyPlan: { primary: 'pediatrics' } }, 'clear'],
    ['nothing taken', { ...us, exams: [], specialtyPlan: { primary: 'dermatology' } }, 'clear'],
    ['failed', { ...us, exams: [step2(200)], specialtyPlan: { primary: 'dermatology' } }, 'clear'],
    ['no specialty', { ...us, exams: [step2(240)] }, 'unknown: specialtyPlan.primary'],
    ['close to the pass mark, no specialty', { ...us, exams: [step2(220)] }, 'unknown: specialtyPlan.primary'],
    [
      'close to the pass mark, a specialty without a tier',
      { ...us, exams: [step2(220)], specialtyPlan: { primary: 'transitional-year' } },
      'unknown: policy.specialty.tier.transitional-year',
    ],
  ] as const)('%s: %s', (_, record, answer) => expect(levelOf(outOfReach, structuredClone(record) as typeof us)).toBe(answer));

  it('follows changed tiers from their day on', () => {
    const policy = changing('plan.out-of-reach.tiers', '2026-09-10', ['ultra-competitive', 'competitive']);
    expect(levelOf(outOfReach, scored(225, 'anesthesiology'), '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(outOfReach, scored(225, 'anesthesiology'), '2026-09-10', { policy })).toBe('act');
  });
});
