import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { failedAttempts } from '../view/exam-history.js';
import { paths } from '../view/paths.js';

/** A failed Step 1; a later pass lowers it, a strong Step 2 CK after that lowers it further. */
export const step1Failed = defineRule({
  code: 'exam.step1-failed',
  revision: 1,
  about: 'A failed Step 1; a later pass lowers it, a strong Step 2 CK after that lowers it further.',
  basis: ['001#step1-failure', '004#step2-offset'],
  policy: {
    open: 'exam.step1-failed.level.open',
    passed: 'exam.step1-failed.level.passed',
    offset: 'exam.step1-failed.level.offset',
    partly: 'exam.offset.partly',
    clearly: 'exam.offset.clearly',
  },
  assess({ exams, standing }, { open, passed, offset, partly, clearly }) {
    if (exams === undefined) return unknown(paths.exams);
    const { step1 } = exams;
    if (step1.failed === 0) return step1.unresolved > 0 ? unknown(paths.step1Outcome) : clear();
    const { passing } = step1;
    const step2 = standing.passed?.score;
    const offsets = step2 === undefined || step2 < partly ? null : step2 < clearly ? 'partly' : 'clearly';
    return raised(passing === undefined ? open : offsets === null ? passed : offset, {
      failed: failedAttempts(step1),
      passedOn: passing?.takenOn ?? null,
      step2: step2 ?? null,
      offset: offsets,
      offsetFrom: partly,
    });
  },
});
