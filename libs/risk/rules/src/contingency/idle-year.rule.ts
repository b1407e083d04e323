import type { Day } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** Unmatched, and for long no clinical, research or degree activity. */
export const idleYear = defineRule({
  code: 'contingency.idle-year',
  revision: 1,
  about: 'Unmatched, and for long no clinical, research or degree activity.',
  basis: ['000#between-cycles', '002#between-cycles', '003#phase-4', '004#delay'],
  policy: { days: 'contingency.idle-year.days', kinds: 'contingency.idle-year.kinds', level: 'contingency.idle-year.level' },
  assess({ record: { match, experiences }, season: { calendar }, policy: { asOf, today } }, { days, kinds, level }) {
    const outcome = match?.outcome;
    if (outcome !== undefined && outcome !== null && outcome !== 'unmatched') return clear();
    if (calendar === undefined) return unknown(paths.calendar);
    // Before the Match is over nobody is between cycles, and before the days have passed nobody has been idle for long.
    const idleSince = today.daysBefore(days);
    if (idleSince < calendar.monday) return clear();
    if (outcome !== 'unmatched') return unknown(paths.outcome);
    if (experiences === undefined) return unknown(paths.experiences);
    let last: Day | undefined;
    let undated = false;
    for (const { kind, from, to } of experiences) {
      if (!kinds.includes(kind) || (from !== undefined && from > asOf)) continue;
      if (from === undefined && to === undefined) undated = true;
      // An activity without an end goes on.
      else if (to === undefined || to > idleSince) return clear();
      else if (last === undefined || to > last) last = to;
    }
    return undated ? unknown(paths.experienceDays) : raised(level, { lastOn: last ?? null, since: calendar.monday, days });
  },
});
