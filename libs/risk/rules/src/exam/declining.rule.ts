import type { Decline } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { compareCategories, falls, step1Band } from '../view/trend.js';

/** Results that fall from exam to exam: Step 1 to Step 2 CK, over the COMLEX levels, or over the shelf exams. */
export const declining = defineRule({
  code: 'exam.declining',
  revision: 1,
  about: 'Results that fall from exam to exam: Step 1 to Step 2 CK, over the COMLEX levels, or over the shelf exams.',
  basis: ['002#trajectory', '004#low-score'],
  policy: {
    academic: 'exam.numeric-step1.academic',
    midRange: 'exam.numeric-step1.mid-range',
    clearlyLow: 'exam.numeric-step1.clearly-low',
    comlexResults: 'exam.declining.comlex-results',
    shelfResults: 'exam.declining.shelf-results',
    level: 'exam.declining.level',
  },
  assess({ exams, record, numericStep1, standing, primary, comlexScores, shelfScores }, policy) {
    let declines: Decline[] | undefined;
    const step1 = numericStep1.score;
    const { category } = primary;
    if (step1 !== undefined && standing.passed !== undefined && category !== null) {
      const band = step1Band(step1, policy);
      if (compareCategories(category, band) > 0) {
        declines = [{ in: 'step1-to-step2', step1, step1Band: band, step2: standing.passed.score, category }];
      }
    }
    if (falls(comlexScores, policy.comlexResults)) {
      declines ??= [];
      declines.push({ in: 'comlex', scores: comlexScores });
    }
    if (falls(shelfScores, policy.shelfResults)) {
      declines ??= [];
      declines.push({ in: 'shelf', scores: shelfScores });
    }
    if (declines !== undefined) return raised(policy.level, { declines });

    let missing: string | undefined = exams === undefined ? paths.exams : numericStep1.missing;
    if (step1 !== undefined) missing ??= primary.missing;
    if (record.clerkships === undefined) return missing === undefined ? unknown(paths.clerkships) : unknown(missing, paths.clerkships);
    return missing === undefined ? clear() : unknown(missing);
  },
});
