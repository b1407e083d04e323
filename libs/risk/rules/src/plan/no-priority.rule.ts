import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { categoryEvidence } from '../view/score-category.js';

/** A score of category B or C and a specialty plan that puts neither specialty, location nor prestige first. */
export const noPriority = defineRule({
  code: 'plan.no-priority',
  revision: 1,
  about: 'A score of category B or C and no choice of what comes first: specialty, location or prestige.',
  basis: ['003#phase-4'],
  asks: { from: { line: 'plan.no-priority.watch-from' } },
  policy: { watchFrom: 'plan.no-priority.watch-from', level: 'plan.no-priority.level' },
  assess({ primary, standing, record: { specialtyPlan }, season }, { watchFrom, level }) {
    if (specialtyPlan?.priority !== undefined) return clear();
    const { category, missing } = primary;
    if (missing !== undefined) return unknown(missing);
    if (standing.passed === undefined || (category !== 'B' && category !== 'C')) return clear();
    if (specialtyPlan === undefined) return unknown(paths.specialtyPlan);
    return raised(level, { ...categoryEvidence(primary, standing.passed.score), since: season.dayOf(watchFrom) });
  },
});
