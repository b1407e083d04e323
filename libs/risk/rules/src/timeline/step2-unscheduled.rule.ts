import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { secondExam } from '../view/licensing.js';
import { outcomePath, paths } from '../view/paths.js';

/** Step 2 CK is still to pass in the application year and no date is booked. */
export const step2Unscheduled = defineRule({
  code: 'timeline.step2-unscheduled',
  revision: 1,
  about:
    'Step 2 CK is still to pass in the application year and no date is booked; COMLEX Level 2 stands for it where a DO takes that alone.',
  basis: ['001#step2-timing', '001#checklist'],
  asks: { from: { line: 'timeline.step2-unscheduled.watch-from' }, until: 'match' },
  policy: {
    watchFrom: 'timeline.step2-unscheduled.watch-from',
    actFrom: 'timeline.step2-unscheduled.act-from',
    watch: 'timeline.step2-unscheduled.level.watch',
    act: 'timeline.step2-unscheduled.level.act',
  },
  assess(view, { watchFrom, actFrom, watch, act }) {
    const { exams, season } = view;
    if (exams === undefined) return unknown(paths.exams);
    const { passing, unresolved, booking, lapsed, exam } = secondExam(view, exams);
    if (passing !== undefined || unresolved > 0 || booking !== undefined) return clear();
    if (lapsed) return unknown(outcomePath(exam));
    return season.reached(actFrom)
      ? raised(act, { exam, since: season.dayOf(actFrom) })
      : raised(watch, { exam, since: season.dayOf(watchFrom) });
  },
});
