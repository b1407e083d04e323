import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** A DO applicant with COMLEX results and no USMLE Step. */
export const comlexOnly = defineRule({
  code: 'exam.comlex-only',
  revision: 1,
  about: 'A DO applicant with COMLEX results and no USMLE Step.',
  basis: ['001#applicant-types'],
  asks: { of: 'us-do' },
  policy: {
    competitiveTiers: 'exam.comlex-only.competitive-tiers',
    competitive: 'exam.comlex-only.level.competitive',
    otherwise: 'exam.comlex-only.level.otherwise',
  },
  assess({ exams, primary }, { competitiveTiers, competitive, otherwise }) {
    if (exams === undefined) return unknown(paths.exams);
    if (exams.step1.taken || exams.step2ck.taken || exams.step3.taken) return clear();
    if (!exams.comlex1.taken && !exams.comlex2.taken && !exams.comlex3.taken) return clear();
    const { tier } = primary;
    return raised(tier !== null && competitiveTiers.includes(tier) ? competitive : otherwise, { tier });
  },
});
