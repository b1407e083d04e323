import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';

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
    const { category, missing, specialty, tier, low, gap } = primary;
    if (missing !== undefined) return unknown(missing);
    const { passed, nearPass } = standing;
    if (passed === undefined || category === null || category === 'on-target' || category === 'failed') return clear();
    return raised(policy[category], {
      // Written out, not spread from the shared evidence: this is the finding most answers hold.
      category,
      specialty,
      tier,
      score: passed.score,
      low,
      gap,
      takenOn: passed.takenOn,
      passMark: passed.passMark ?? null,
      marginal: !nearPass && gap !== null && gap < policy.marginalBelow,
      nearPass,
    });
  },
});
