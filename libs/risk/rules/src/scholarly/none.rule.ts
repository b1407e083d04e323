import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { isOutput } from '../view/output.js';
import { paths } from '../view/paths.js';

/** A score of category B or C, or a tier where output is expected, and nothing submitted. */
export const noScholarly = defineRule({
  code: 'scholarly.none',
  revision: 1,
  about: 'A score of category B or C, or an ultra-competitive tier, and nothing submitted.',
  basis: ['000#scholarly', '003#phase-2'],
  policy: { tiers: 'scholarly.none.tiers', level: 'scholarly.none.level' },
  assess({ primary, standing, record: { scholarly }, policy: { asOf } }, { tiers, level }) {
    if (scholarly !== undefined) for (const work of scholarly) if (isOutput(work, asOf)) return clear();
    const { category, specialty, tier, missing } = primary;
    if (tier === null || !tiers.includes(tier)) {
      if (missing !== undefined) return unknown(missing);
      if (standing.passed === undefined || (category !== 'B' && category !== 'C')) return clear();
    }
    return scholarly === undefined ? unknown(paths.scholarly) : raised(level, { category, specialty, tier });
  },
});
