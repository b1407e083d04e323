import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { clearlyBelowTarget, concernEvidence, isConcern } from '../view/concern.js';
import { paths } from '../view/paths.js';

/** A failed attempt, a score of category B or C or an IMG tier, and no plan in case of no match. */
export const noContingencyPlan = defineRule({
  code: 'contingency.no-plan',
  revision: 1,
  about: 'A failed attempt, a score of category B or C or an IMG tier, and no plan in case of no match.',
  basis: ['003#phase-4'],
  asks: { from: { line: 'contingency.no-plan.watch-from' }, until: 'match' },
  policy: {
    watchFrom: 'contingency.no-plan.watch-from',
    actDays: 'contingency.no-plan.act-days',
    watch: 'contingency.no-plan.level.watch',
    act: 'contingency.no-plan.level.act',
  },
  assess(view, { watchFrom, actDays, watch, act }) {
    const { record, season, policy } = view;
    if (record.contingency?.path !== undefined) return clear();
    const tier = view.isImg ? view.img.tier : null;
    if (tier === null) {
      const concern = isConcern(view, clearlyBelowTarget);
      if (concern === false) {
        const [missing, ...others] = view.programTargetMissing;
        return missing === undefined ? clear() : unknown(missing, ...others);
      }
      if (concern !== true) return unknown(concern);
    }
    if (record.contingency === undefined) return unknown(paths.contingency);
    const actFrom = season.daysBefore('monday', actDays);
    if (actFrom === undefined) return unknown(paths.calendar);
    return raised(policy.asOf < actFrom ? watch : act, { ...concernEvidence(view), imgTier: tier, since: season.dayOf(watchFrom) });
  },
});
