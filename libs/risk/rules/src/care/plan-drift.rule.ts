import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { driftOf } from '../agreement/drift.js';
import { defineCareRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** What was agreed by a day that has gone by, and that the record does not show. */
export const planDrift = defineCareRule({
  code: 'care.plan-drift',
  revision: 1,
  about: 'Something agreed in a plan or a meeting by a day that has gone by, and the record shows otherwise.',
  basis: ['default'],
  policy: { days: 'care.plan-drift.days', named: 'care.plan-drift.named', level: 'care.plan-drift.level' },
  assess({ applicant, casework }, { days, named, level }) {
    if (casework === undefined) return unknown(paths.casework);
    if (casework.agreed === undefined) return unknown(paths.agreed);
    if (casework.agreed.length === 0) return clear();
    const due = driftOf(applicant.record, casework.agreed, applicant.policy.today.daysBefore(days));
    const drifted = due.filter(({ standing }) => standing.reached === false);
    if (drifted.length > 0) {
      const first = drifted.slice(0, named).map(({ fact, dueOn, standing: { wanted, now } }) => ({ fact, dueOn, wanted, now }));
      return raised(level, { agreements: drifted.length, first });
    }
    // What the record does not tell may have been kept.
    return due.length > 0 ? unknown(paths.agreedFacts) : clear();
  },
});
