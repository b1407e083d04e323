import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { daysOf, redFlagsOf } from '../view/red-flags.js';

/** A leave of absence, and whether the application explains it. */
export const leave = defineRule({
  code: 'record.leave',
  revision: 1,
  about: 'A leave of absence, and whether the application explains it.',
  basis: ['003#step-0'],
  policy: { unexplained: 'record.leave.level.unexplained', explained: 'record.leave.level.explained' },
  assess({ record: { redFlags }, policy: { asOf } }, policy) {
    if (redFlags === undefined) return unknown(paths.redFlags);
    const found = redFlagsOf(redFlags, 'leave', asOf);
    if (found.length === 0) return clear();
    // Where it is not known whether a leave is explained, the milder level is certain.
    const unexplained = found.some(({ explained }) => explained === false);
    return raised(unexplained ? policy.unexplained : policy.explained, {
      leaves: found.map((entry) => ({ ...daysOf(entry), explained: entry.explained ?? null })),
    });
  },
});
