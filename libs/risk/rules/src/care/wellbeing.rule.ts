import type { Day } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineCareRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** A check-in that asks for help and that no referral has followed. */
export const wellbeing = defineCareRule({
  code: 'care.wellbeing',
  revision: 1,
  about: 'A check-in that asks for help and that no referral has followed; seen only by people with that right.',
  basis: ['000#wellbeing', '002#wellbeing'],
  policy: { days: 'care.wellbeing.days', level: 'care.wellbeing.level' },
  assess({ applicant, casework }, { days, level }) {
    if (casework === undefined) return unknown(paths.casework);
    const { today, asOf } = applicant.policy;
    const askedBy = today.daysBefore(days);
    let askedOn: Day | undefined;
    for (const { on, referredOn } of casework.checkIns) {
      if (on > askedBy || (referredOn !== null && referredOn <= asOf)) continue;
      if (askedOn === undefined || on < askedOn) askedOn = on;
    }
    return askedOn === undefined ? clear() : raised(level, { askedOn });
  },
});
