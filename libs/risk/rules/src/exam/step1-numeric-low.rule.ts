import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** A low Step 1 score from the years when Step 1 had one. */
export const step1NumericLow = defineRule({
  code: 'exam.step1-numeric-low',
  revision: 1,
  about: 'A low Step 1 score from the years when Step 1 had one.',
  basis: ['004#low-score', 'usmle-step1-reporting'],
  policy: {
    academic: 'exam.numeric-step1.academic',
    midRange: 'exam.numeric-step1.mid-range',
    clearlyLow: 'exam.numeric-step1.clearly-low',
    academicLevel: 'exam.step1-numeric-low.level.academic',
    midRangeLevel: 'exam.step1-numeric-low.level.mid-range',
    clearlyLowLevel: 'exam.step1-numeric-low.level.clearly-low',
  },
  assess({ exams, numericStep1 }, policy) {
    if (exams === undefined) return unknown(paths.exams);
    const { attempt, score, missing } = numericStep1;
    if (missing !== undefined) return unknown(missing);
    if (attempt === undefined || score === undefined || score >= policy.academic) return clear();
    const { takenOn } = attempt;
    if (score <= policy.clearlyLow) return raised(policy.clearlyLowLevel, { score, takenOn, line: policy.clearlyLow });
    if (score < policy.midRange) return raised(policy.midRangeLevel, { score, takenOn, line: policy.midRange });
    return raised(policy.academicLevel, { score, takenOn, line: policy.academic });
  },
});
