import type { ExamName } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { outcomePath, paths } from '../view/paths.js';

const steps = ['step1', 'step2ck', 'step3'] as const;

/** A Step that is not passed and allows few further attempts. */
export const attemptsLeft = defineRule({
  code: 'exam.attempts-left',
  revision: 1,
  about: 'A Step that is not passed and allows few further attempts.',
  basis: ['usmle-attempts'],
  policy: { from: 'exam.attempts-left.used', maximum: 'exam.attempts.maximum', level: 'exam.attempts-left.level' },
  assess({ exams }, { from, maximum, level }) {
    if (exams === undefined) return unknown(paths.exams);
    let awaited: ExamName | undefined;
    let short: { exam: ExamName; used: number }[] | undefined;
    for (const exam of steps) {
      const { attempts, passing, latest } = exams[exam];
      if (attempts.length < from || passing !== undefined) continue;
      if (latest?.result === undefined) awaited = exam;
      else {
        short ??= [];
        short.push({ exam, used: attempts.length });
      }
    }
    if (short !== undefined) return raised(level, { steps: short, maximum });
    return awaited === undefined ? clear() : unknown(outcomePath(awaited));
  },
});
