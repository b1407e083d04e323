import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { secondExam } from '../view/licensing.js';
import { outcomePath, paths } from '../view/paths.js';

/** Programs have started to read and there is no passed Step 2 CK to read. */
export const step2Missing = defineRule({
  code: 'timeline.step2-missing',
  revision: 1,
  about:
    'Programs have started to read and there is no passed Step 2 CK to read; COMLEX Level 2 stands for it where a DO takes that alone.',
  basis: ['001#step2-timing'],
  asks: { until: 'match' },
  policy: { level: 'timeline.step2-missing.level' },
  assess(view, { level }) {
    const { exams, season, policy } = view;
    const { calendar } = season;
    const second = exams && secondExam(view, exams);
    if (second?.passing !== undefined) return clear();
    if (calendar === undefined) return unknown(paths.calendar);
    if (policy.asOf < calendar.review) return clear();
    if (second === undefined) return unknown(paths.exams);
    const { exam, awaited, unresolved, lapsed, failed } = second;
    if (awaited === undefined && (unresolved > 0 || lapsed)) return unknown(outcomePath(exam));
    return raised(level, { exam, reviewOn: calendar.review, failed, takenOn: awaited?.takenOn ?? null });
  },
});
