import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineCareRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** An IMG without a mentor who knows the path of IMGs. */
export const noMentor = defineCareRule({
  code: 'care.no-mentor',
  revision: 1,
  about: 'An IMG without a mentor who knows the path of IMGs.',
  basis: ['002#mentors'],
  policy: { level: 'care.no-mentor.level' },
  assess({ applicant, casework }, { level }) {
    if (!applicant.isImg) return clear();
    if (casework === undefined) return unknown(paths.casework);
    const { mentors } = casework;
    if (mentors === undefined) return unknown(paths.mentors);
    return mentors.some(({ knowsImgPath }) => knowsImgPath) ? clear() : raised(level, { mentors: mentors.length });
  },
});
