import { proposed, stated } from '../entry.js';
import { applicantTypeList, attempts, experienceKindList, months, sites, stepScore, visaNeedList, years } from '../kinds.js';

/** When an IMG has a tier, and what sets it. */
export const imgValues = {
  'img.trigger.step2-below': stated('Step 2 CK below which an IMG gets a tier', stepScore, 230, '004#low-score'),
  'img.trigger.step1-below': stated('Numeric Step 1 below which an IMG gets a tier', stepScore, 220, '004#low-score'),
  'img.trigger.failures': stated('Failed attempts from which an IMG gets a tier', attempts, 1, '004#low-score', '004#risk-tiers'),
  'img.high.step2-up-to': proposed(
    'Step 2 CK up to which the tier is high; the article names 215 and leaves 216–219 open',
    stepScore,
    219,
    '004#risk-tiers',
  ),
  'img.high.failures': stated('Failed attempts from which the tier is high', attempts, 1, '004#risk-tiers'),
  'img.very-high.failures': stated('Failed attempts from which the tier is very high', attempts, 2, '004#risk-tiers'),
  'img.graduation.years': stated('Years since graduation beyond which they count against an IMG', years, 5, '004#risk-factors'),
  'img.graduation-to-step2.years': stated(
    'Years from graduation to Step 2 CK beyond which they count against an IMG',
    years,
    2,
    '004#risk-factors',
  ),
  'visa.counts-as-need': stated('Visa answers that mean a visa is needed', visaNeedList, ['j1', 'h1b-only', 'j1-or-h1b'], '004#visa'),
  'visa.asked-of': proposed(
    'Applicant types whose visa need is unknown, rather than none, while the record does not state it',
    applicantTypeList,
    ['non-us-img'],
    '004#visa',
  ),
  'usce.kinds': stated(
    'Experiences in the US that count as US clinical experience',
    experienceKindList,
    ['sub-internship', 'away', 'externship', 'us-clerkship', 'observership', 'shadowing'],
    '002#usce',
    '004#usce',
  ),
  'usce.hands-on-kinds': stated(
    'Kinds of US clinical experience that are hands-on by nature',
    experienceKindList,
    ['sub-internship', 'away', 'externship', 'us-clerkship'],
    '002#usce',
    '004#usce',
  ),
  'usce.recent.months': stated('Months within which US clinical experience is recent', months, 24, '002#usce'),
  'usce.best.months': stated('Months within which US clinical experience counts most', months, 12, '002#usce'),
  'usce.amount.months': stated('Months of US clinical experience in the specialty to aim for, at least', months, 3, '004#usce'),
  'usce.amount.months-best': stated('Months of US clinical experience in the specialty to aim for', months, 4, '004#usce'),
  'usce.sites': stated('Sites of US clinical experience to aim for, at least', sites, 2, '004#usce'),
};
