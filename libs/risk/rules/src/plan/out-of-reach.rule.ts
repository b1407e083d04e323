import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths, tierPath } from '../view/paths.js';
import { categoryEvidence } from '../view/score-category.js';

/** A primary specialty of the highest tier with a score clearly below its range. */
export const outOfReach = defineRule({
  code: 'plan.out-of-reach',
  revision: 1,
  about: 'A primary specialty of the highest tier with a score clearly below its range.',
  basis: ['001#competitive-fields', '002#specialty-choice'],
  policy: { tiers: 'plan.out-of-reach.tiers', level: 'plan.out-of-reach.level' },
  assess({ primary, standing }, { tiers, level }) {
    const { tier, specialty, category, missing } = primary;
    if (tier !== null && !tiers.includes(tier)) return clear();
    if (missing !== undefined) return unknown(missing);
    if (standing.passed === undefined || (category !== 'B' && category !== 'C')) return clear();
    // Close to the pass mark is category C before any specialty is named.
    if (tier === null) return unknown(specialty === null ? paths.primary : tierPath(specialty));
    return raised(level, categoryEvidence(primary, standing.passed.score));
  },
});
