import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { belowTarget } from '../view/preparation.js';

/** Step 2 CK is near and the latest practice score lies below the range of the primary specialty, or close to the pass mark. */
export const step2BelowTarget = defineRule({
  code: 'practice.step2-below-target',
  revision: 1,
  about: 'Step 2 CK is near and the latest practice score lies below the range of the primary specialty, or close to the pass mark.',
  basis: ['001#checklist', '001#step2-timing'],
  policy: {
    days: 'practice.step2-below-target.days',
    margin: 'category.near-pass-margin',
    gap: 'category.A.gap-up-to',
    'pass-mark': 'practice.step2-below-target.level.pass-mark',
    reach: 'practice.step2-below-target.level.reach',
    target: 'practice.step2-below-target.level.target',
  },
  assess({ exams, record: { practice }, target, primary: { specialty, low }, policy }, values) {
    if (exams === undefined) return unknown(paths.exams);
    const found = belowTarget(exams, practice, target, values, policy);
    if (found === undefined) return clear();
    if (typeof found === 'string') return unknown(found);
    const { booking, practice: latest, passMark, below, line } = found;
    const { takenOn, score } = latest;
    return raised(values[below], { bookedFor: booking.bookedFor, takenOn, score, passMark, specialty, low, line, below });
  },
});
