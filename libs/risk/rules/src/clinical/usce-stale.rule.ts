import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** An IMG whose latest US clinical experience ended some time ago. */
export const usceStale = defineRule({
  code: 'clinical.usce-stale',
  revision: 1,
  about: 'An IMG whose latest US clinical experience ended some time ago.',
  basis: ['002#usce'],
  asks: { of: 'img' },
  policy: {
    recent: 'usce.recent.months',
    best: 'usce.best.months',
    old: 'clinical.usce-stale.level.old',
    ageing: 'clinical.usce-stale.level.ageing',
  },
  assess({ usce, usceRecord, policy: { today } }, { recent, best, old, ageing }) {
    if (usceRecord === undefined) return unknown(paths.experiences);
    const { underWay, lastOn, openSince, unknownEnd, unknownCountry } = usceRecord;
    const line = today.monthsBefore(best);
    if (underWay || (lastOn !== undefined && lastOn >= line) || (openSince !== undefined && openSince >= line)) return clear();
    if (unknownCountry) return unknown(paths.experiencesUs);
    if (usce.has !== true) return clear();
    if (unknownEnd || lastOn === undefined) return unknown(paths.experiencesTo);
    return lastOn < today.monthsBefore(recent) ? raised(old, { lastOn, months: recent }) : raised(ageing, { lastOn, months: best });
  },
});
