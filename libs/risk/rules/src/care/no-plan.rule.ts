import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineCareRule } from '../define-rule.js';
import { isAtRisk } from '../view/care-view.js';
import { paths } from '../view/paths.js';

/** At risk or above for long without a plan. */
export const noCarePlan = defineCareRule({
  code: 'care.no-plan',
  revision: 1,
  about: 'At risk or above for long without a plan.',
  basis: ['003#phase-1'],
  policy: { days: 'care.no-plan.days', level: 'care.no-plan.level' },
  assess({ applicant, riskLevel, casework }, { days, level }) {
    if (casework === undefined) return unknown(paths.casework);
    const { plan, atRiskSince } = casework;
    if (plan !== null || !isAtRisk(riskLevel) || atRiskSince === null) return clear();
    return atRiskSince <= applicant.policy.today.daysBefore(days) ? raised(level, { riskLevel, since: atRiskSince, days }) : clear();
  },
});
