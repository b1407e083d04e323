import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** An IMG who graduated longer ago than many programs accept. */
export const graduation = defineRule({
  code: 'timeline.graduation',
  revision: 1,
  about: 'An IMG who graduated longer ago than many programs accept.',
  basis: ['004#risk-factors'],
  asks: { of: 'img' },
  policy: { years: 'img.graduation.years', level: 'timeline.graduation.level' },
  assess({ record: { graduatesOn }, graduatedLongAgo }, { years, level }) {
    if (graduatesOn === undefined) return unknown(paths.graduatesOn);
    return graduatedLongAgo ? raised(level, { graduatedOn: graduatesOn, years }) : clear();
  },
});
