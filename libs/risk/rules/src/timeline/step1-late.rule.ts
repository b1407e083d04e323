import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { firstExam } from '../view/licensing.js';
import { outcomePath, paths } from '../view/paths.js';

/** Step 1 is still to pass long after the class usually takes it; COMLEX Level 1 stands for it where a DO takes that alone. */
export const step1Late = defineRule({
  code: 'timeline.step1-late',
  revision: 1,
  about: 'Step 1 is still to pass long after the class usually takes it; COMLEX Level 1 stands for it where a DO takes that alone.',
  basis: ['001#step1-timing', '001#checklist'],
  asks: { from: { line: 'timeline.step1-late.usual', daysAfter: 'timeline.step1-late.watch-days' } },
  policy: {
    usual: 'timeline.step1-late.usual',
    watchDays: 'timeline.step1-late.watch-days',
    actDays: 'timeline.step1-late.act-days',
    watch: 'timeline.step1-late.level.watch',
    act: 'timeline.step1-late.level.act',
  },
  assess(view, { usual, watchDays, actDays, watch, act }) {
    const { exams, season, policy } = view;
    if (exams === undefined) return unknown(paths.exams);
    const { passing, unresolved, lapsed, booking, exam } = firstExam(view, exams);
    if (passing !== undefined) return clear();
    if (unresolved > 0 || lapsed) return unknown(outcomePath(exam));
    const actFrom = season.daysAfter(usual, actDays);
    const isAct = policy.asOf >= actFrom;
    return raised(isAct ? act : watch, {
      exam,
      usualOn: season.dayOf(usual),
      lateFrom: isAct ? actFrom : season.daysAfter(usual, watchDays),
      bookedFor: booking?.bookedFor ?? null,
    });
  },
});
