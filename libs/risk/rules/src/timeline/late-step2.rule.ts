import { addYears } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { outcomePath, paths } from '../view/paths.js';

/** An IMG who passed Step 2 CK long after graduation, or graduated long ago and has not passed it. */
export const lateStep2 = defineRule({
  code: 'timeline.late-step2',
  revision: 1,
  about: 'An IMG who passed Step 2 CK long after graduation, or graduated long ago and has not passed it.',
  basis: ['004#risk-factors'],
  asks: { of: 'img' },
  policy: { years: 'img.graduation-to-step2.years', level: 'timeline.late-step2.level' },
  assess({ record: { graduatesOn }, exams, policy: { today } }, { years, level }) {
    if (graduatesOn === undefined) return unknown(paths.graduatesOn);
    // So many years have not passed since graduation: whatever is not known of the exam cannot matter.
    if (graduatesOn >= today.yearsBefore(years)) return clear();
    if (exams === undefined) return unknown(paths.exams);
    const { passing, unresolved, lapsed, exam } = exams.step2ck;
    if (passing !== undefined) {
      return passing.takenOn <= addYears(graduatesOn, years)
        ? clear()
        : raised(level, { graduatedOn: graduatesOn, takenOn: passing.takenOn, years });
    }
    return unresolved > 0 || lapsed ? unknown(outcomePath(exam)) : raised(level, { graduatedOn: graduatesOn, takenOn: null, years });
  },
});
