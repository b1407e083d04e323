import type { Day, ExamName } from '@matchwatch/domain';
import { examNames } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { outcomePath, paths } from '../view/paths.js';

/** Several failed attempts over all exams. */
export const multipleFailures = defineRule({
  code: 'exam.multiple-failures',
  revision: 1,
  about: 'Several failed attempts over all exams.',
  basis: ['004#failures', '004#risk-tiers'],
  policy: { from: 'exam.multiple-failures.from', counted: 'exam.failures.counted', level: 'exam.multiple-failures.level' },
  assess({ exams }, { from, counted, level }) {
    if (exams === undefined) return unknown(paths.exams);
    const { failures, unresolved } = exams;
    if (failures < from) {
      // An unknown result matters only where it could complete the number.
      if (failures + unresolved < from) return clear();
      const [first, ...more] = counted.filter((exam) => exams[exam].unresolved > 0).map(outcomePath);
      return unknown(first ?? paths.exams, ...more);
    }
    const failed: { exam: ExamName; takenOn: Day }[] = [];
    for (const exam of examNames) {
      if (!counted.includes(exam)) continue;
      for (const { takenOn } of exams[exam].failures()) failed.push({ exam, takenOn });
    }
    return raised(level, { failures, failed });
  },
});
