import { addMonths, type RedFlag } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { daysOf, redFlagsOf } from '../view/red-flags.js';

/** A long gap in training or work that the application does not explain. */
export const unexplainedGap = defineRule({
  code: 'record.unexplained-gap',
  revision: 1,
  about: 'A long gap in training or work that the application does not explain.',
  basis: ['004#risk-factors'],
  policy: { months: 'record.unexplained-gap.months', level: 'record.unexplained-gap.level' },
  assess({ record: { redFlags }, policy: { asOf } }, { months, level }) {
    if (redFlags === undefined) return unknown(paths.redFlags);
    let gaps: RedFlag[] | undefined;
    let missing: string | undefined;
    for (const gap of redFlagsOf(redFlags, 'gap', asOf)) {
      const { from, to, explained } = gap;
      // A gap without an end goes on.
      const isLong = from === undefined ? undefined : addMonths(from, months) <= (to === undefined || to > asOf ? asOf : to);
      if (explained === true || isLong === false) continue;
      if (isLong === undefined) missing = paths.redFlagFrom;
      else if (explained === undefined) missing = paths.redFlagExplained;
      else if (gaps === undefined) gaps = [gap];
      else gaps.push(gap);
    }
    if (gaps !== undefined) return raised(level, { gaps: gaps.map(daysOf), months });
    return missing === undefined ? clear() : unknown(missing);
  },
});
