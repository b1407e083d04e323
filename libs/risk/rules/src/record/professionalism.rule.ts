import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { daysOf, redFlagsOf } from '../view/red-flags.js';

/** A professionalism citation. */
export const professionalism = defineRule({
  code: 'record.professionalism',
  revision: 1,
  about: 'A professionalism citation.',
  basis: ['003#step-0'],
  policy: { level: 'record.professionalism.level' },
  assess({ record: { redFlags }, policy: { asOf } }, { level }) {
    if (redFlags === undefined) return unknown(paths.redFlags);
    const citations = redFlagsOf(redFlags, 'professionalism', asOf);
    return citations.length === 0 ? clear() : raised(level, { citations: citations.map(daysOf) });
  },
});
