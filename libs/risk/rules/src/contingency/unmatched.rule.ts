import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** A Match that ended without a position. */
export const unmatched = defineRule({
  code: 'contingency.unmatched',
  revision: 1,
  about: 'A Match that ended without a position.',
  basis: ['000#between-cycles', '002#between-cycles', '003#phase-4'],
  policy: {
    nextPaths: 'contingency.unmatched.next-paths',
    noPlan: 'contingency.unmatched.level.no-plan',
    planned: 'contingency.unmatched.level.planned',
  },
  assess({ record: { match, contingency }, season: { calendar }, policy: { asOf } }, { nextPaths, noPlan, planned }) {
    const outcome = match?.outcome;
    if (outcome === 'unmatched') {
      const path = contingency?.path;
      const plan = path !== undefined && nextPaths.includes(path) ? path : null;
      return raised(plan === null ? noPlan : planned, { plan });
    }
    if (outcome !== undefined && outcome !== null) return clear();
    if (calendar === undefined) return unknown(paths.calendar);
    return asOf <= calendar.matchDay ? clear() : unknown(paths.outcome);
  },
});
