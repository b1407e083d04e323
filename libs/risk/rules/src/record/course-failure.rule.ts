import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { daysOf, redFlagsOf } from '../view/red-flags.js';

/** A failed or repeated course or year. */
export const courseFailure = defineRule({
  code: 'record.course-failure',
  revision: 1,
  about: 'A failed or repeated course or year.',
  basis: ['000#academic-record'],
  policy: { level: 'record.course-failure.level' },
  assess({ record: { redFlags }, policy: { asOf } }, { level }) {
    if (redFlags === undefined) return unknown(paths.redFlags);
    const courses = redFlagsOf(redFlags, 'course-failure', asOf);
    return courses.length === 0 ? clear() : raised(level, { courses: courses.map(daysOf) });
  },
});
