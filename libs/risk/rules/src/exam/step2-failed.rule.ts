import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { failedAttempts } from '../view/exam-history.js';
import { paths } from '../view/paths.js';

/** A failed Step 2 CK, whether or not it was passed since. */
export const step2Failed = defineRule({
  code: 'exam.step2-failed',
  revision: 1,
  about: 'A failed Step 2 CK, whether or not it was passed since.',
  basis: ['003#step-0', '004#failures'],
  policy: { open: 'exam.step2-failed.level.open', passed: 'exam.step2-failed.level.passed' },
  assess({ exams }, { open, passed }) {
    if (exams === undefined) return unknown(paths.exams);
    const { step2ck } = exams;
    if (step2ck.failed === 0) return step2ck.unresolved > 0 ? unknown(paths.step2Outcome) : clear();
    const { passing } = step2ck;
    return raised(passing ? passed : open, { failed: failedAttempts(step2ck), passedOn: passing?.takenOn ?? null });
  },
});
