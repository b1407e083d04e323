import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** A specialty plan without a primary specialty when one is expected; a record without any plan is unknown. */
export const noSpecialty = defineRule({
  code: 'plan.no-specialty',
  revision: 1,
  about: 'No primary specialty when the specialty decision is due.',
  basis: ['003#phase-1'],
  asks: { from: { line: 'plan.no-specialty.watch-from' } },
  policy: {
    watchFrom: 'plan.no-specialty.watch-from',
    actFrom: 'plan.no-specialty.act-from',
    watch: 'plan.no-specialty.level.watch',
    act: 'plan.no-specialty.level.act',
  },
  assess({ record: { specialtyPlan }, season }, { watchFrom, actFrom, watch, act }) {
    if (specialtyPlan?.primary !== undefined) return clear();
    if (specialtyPlan === undefined) return unknown(paths.primary);
    if (season.reached(actFrom)) return raised(act, { since: season.dayOf(actFrom) });
    return raised(watch, { since: season.dayOf(watchFrom) });
  },
});
