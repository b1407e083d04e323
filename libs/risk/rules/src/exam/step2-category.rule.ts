import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { categoryEvidence } from '../view/score-category.js';

/** A passed Step 2 CK below the range of the primary specialty, or close to the pass mark. */
export const step2Category = defineRule({
  code: 'exam.step2-category',
  revision: 1,
  about: 'A passed Step 2 CK below the range of the primary specialty, or close to the pass mark.',
  basis: ['003#step-0'],
  policy: {
    A: 'exam.step2-category.level.A',
    B: 'exam.step2-category.level.B',
    C: 'exam.step2-category.level.C',
    marginalBelow: 'category.marginal-below',
  },
  assess({ primary, standing }, policy) {
    const { category, missing, gap } = primary;
    if (missing !== undefined) return unknown(missing);
    const { passed, nearPass } = standing;
    if (passed === undefined || category === null || category === 'on-target' || category === 'failed') return clear();
    return raised(policy[category], {
      ...categoryEvidence(primary, passed.score),
      takenOn: passed.takenOn,
      passMark: passed.passMark ?? null,
      marginal: !nearPass && gap !== null && gap < policy.marginalBelow,
      nearPass,
    });
  },
});
