import { addYears, type Day } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import type { ExamHistory } from '../view/exam-history.js';
import { outcomePath, paths } from '../view/paths.js';

/** An IMG whose first passed Step is old and who is not known to be certified. */
export const scoreAge = defineRule({
  code: 'exam.score-age',
  revision: 1,
  about: 'An IMG whose first passed Step is old and who is not known to be certified.',
  basis: ['ecfmg-window', '002#cutoffs'],
  asks: { of: 'img' },
  policy: {
    watchYears: 'exam.score-age.watch-years',
    actYears: 'exam.score-age.act-years',
    window: 'exam.certification-window',
    watch: 'exam.score-age.level.watch',
    act: 'exam.score-age.level.act',
  },
  assess({ exams, policy: { today } }, { watchYears, actYears, window, watch, act }) {
    if (exams === undefined) return unknown(paths.exams);
    const { step1, step2ck, step3 } = exams;
    // Records do not hold the certificate itself, but only certified IMGs are admitted to Step 3.
    if (step3.taken) return clear();
    const watchLine = today.yearsBefore(watchYears);
    const first = earlier(step1, step2ck).passing;
    if (first !== undefined && first.takenOn <= watchLine) {
      return raised(first.takenOn <= today.yearsBefore(actYears) ? act : watch, {
        exam: first.exam,
        firstPassedOn: first.takenOn,
        windowEndsOn: addYears(first.takenOn, window),
      });
    }
    const unresolved = mayBeOlder(step1, watchLine) ? step1 : mayBeOlder(step2ck, watchLine) ? step2ck : undefined;
    return unresolved === undefined ? clear() : unknown(outcomePath(unresolved.exam));
  },
});

/** The history whose pass is the earlier one. */
function earlier(a: ExamHistory, b: ExamHistory): ExamHistory {
  if (a.passing === undefined) return b;
  return b.passing !== undefined && b.passing.takenOn < a.passing.takenOn ? b : a;
}

/** Whether a result that is not known could be a pass from before the line. */
const mayBeOlder = ({ unresolved, attempts }: ExamHistory, line: Day): boolean =>
  unresolved > 0 && attempts.some(({ result, takenOn }) => result === undefined && takenOn <= line);
