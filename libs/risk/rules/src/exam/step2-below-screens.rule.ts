import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';

/** A Step 2 CK score below screens that programs commonly set. */
export const step2BelowScreens = defineRule({
  code: 'exam.step2-below-screens',
  revision: 1,
  about: 'A Step 2 CK score below screens that programs commonly set.',
  basis: ['001#step2-role', '002#cutoffs'],
  policy: {
    screens: 'exam.screens',
    img: 'exam.screens.img',
    manyLevel: 'exam.step2-below-screens.level.img-many',
    competitiveLevel: 'exam.step2-below-screens.level.img-competitive',
    commonLevel: 'exam.step2-below-screens.level.common',
  },
  assess({ isImg, step2Attempt, step2Score: score, standing, policy: { clearedScreens } }, policy) {
    if (step2Attempt === undefined || score === undefined) return standing.missing === undefined ? clear() : unknown(standing.missing);
    const [lowest = score] = policy.screens;
    const [many = lowest, competitive = lowest] = policy.img;
    const line = isImg && score < many ? many : isImg && score < competitive ? competitive : lowest;
    if (score >= line) return clear();
    const level = line === lowest ? policy.commonLevel : line === many ? policy.manyLevel : policy.competitiveLevel;
    return raised(level, { score, takenOn: step2Attempt.takenOn, line, screens: policy.screens, cleared: clearedScreens(score) });
  },
});
