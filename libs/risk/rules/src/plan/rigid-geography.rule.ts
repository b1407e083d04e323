import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { categoryEvidence } from '../view/score-category.js';

/** A score of category B or C within one city or state only. */
export const rigidGeography = defineRule({
  code: 'plan.rigid-geography',
  revision: 1,
  about: 'A score of category B or C within one city or state only.',
  basis: ['003#phase-1', '003#phase-3'],
  policy: { level: 'plan.rigid-geography.level' },
  assess({ primary, standing, record }, { level }) {
    const geography = record.specialtyPlan?.geography;
    if (geography !== undefined && geography !== 'single-area') return clear();
    const { category, missing } = primary;
    if (missing !== undefined) return unknown(missing);
    if (standing.passed === undefined || (category !== 'B' && category !== 'C')) return clear();
    if (geography === undefined) return unknown(paths.geography);
    return raised(level, { ...categoryEvidence(primary, standing.passed.score), geography });
  },
});
