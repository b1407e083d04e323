import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { failedAttempts } from '../view/exam-history.js';
import { outcomePath, paths } from '../view/paths.js';

/** Only an H-1B visa is acceptable, which programs sponsor after Step 3, and Step 3 is not passed. */
export const step3ForVisa = defineRule({
  code: 'exam.step3-for-visa',
  revision: 1,
  about: 'Only an H-1B visa is acceptable, which programs sponsor after Step 3, and Step 3 is not passed.',
  basis: ['004#step3', '004#visa'],
  policy: { level: 'exam.step3-for-visa.level' },
  assess({ record, needsVisa, exams }, { level }) {
    const passed = exams?.step3.passing !== undefined;
    if (passed) return clear();
    if (needsVisa === undefined) return unknown(paths.visa);
    if (record.visa?.need !== 'h1b-only') return clear();
    if (exams === undefined) return unknown(paths.exams);
    const { step3 } = exams;
    if (step3.unresolved > 0) return unknown(outcomePath('step3'));
    return raised(level, { need: 'h1b-only', failed: failedAttempts(step3) });
  },
});
