import { clear, raised } from '@matchwatch/risk-engine';
import { defineCareRule } from '../define-rule.js';
import { isAtRisk } from '../view/care-view.js';

/** At risk or above without an advisor; advisors are the school's to assign, so a record without one says there is none. */
export const noAdvisor = defineCareRule({
  code: 'care.no-advisor',
  revision: 1,
  about: 'At risk or above without an advisor.',
  basis: ['default'],
  policy: { level: 'care.no-advisor.level' },
  assess({ applicant, riskLevel }, { level }) {
    return applicant.record.advisor === undefined && isAtRisk(riskLevel) ? raised(level, { riskLevel }) : clear();
  },
});
