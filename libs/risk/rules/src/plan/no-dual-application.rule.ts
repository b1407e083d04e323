import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { categoryEvidence } from '../view/score-category.js';

/** A score of category C applying to one specialty only. */
export const noDualApplication = defineRule({
  code: 'plan.no-dual-application',
  revision: 1,
  about: 'A score of category C applying to one specialty only.',
  basis: ['001#competitive-fields', '003#phase-3'],
  asks: { from: { line: 'plan.no-dual-application.act-from' } },
  policy: { actFrom: 'plan.no-dual-application.act-from', level: 'plan.no-dual-application.level' },
  assess({ primary, standing, record, season }, { actFrom, level }) {
    const dualApplying = record.specialtyPlan?.dualApplying;
    if (dualApplying === true) return clear();
    const { category, missing } = primary;
    if (missing !== undefined) return unknown(missing);
    if (standing.passed === undefined || category !== 'C') return clear();
    if (dualApplying === undefined) return unknown(paths.dualApplying);
    return raised(level, { ...categoryEvidence(primary, standing.passed.score), since: season.dayOf(actFrom) });
  },
});
