import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** An IMG whose US clinical experience is all observing. */
export const observershipOnly = defineRule({
  code: 'clinical.observership-only',
  revision: 1,
  about: 'An IMG whose US clinical experience is all observing.',
  basis: ['002#usce', '004#usce', '004#risk-factors'],
  asks: { of: 'img' },
  policy: { level: 'clinical.observership-only.level' },
  assess({ usce, usceRecord }, { level }) {
    if (usceRecord === undefined) return unknown(paths.experiences);
    if (usceRecord.handsOn) return clear();
    if (usce.has === undefined) return unknown(usce.missing);
    if (!usce.has) return clear();
    return usceRecord.maybeHandsOn ? unknown(paths.experiencesUs) : raised(level, { kinds: usceRecord.kinds });
  },
});
