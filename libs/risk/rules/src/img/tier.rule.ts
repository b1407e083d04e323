import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';

/** The tier of an IMG with a low score or a failed attempt. */
export const tier = defineRule({
  code: 'img.tier',
  revision: 1,
  about: 'An IMG with a low score or a failed attempt, by what else programs weigh.',
  basis: ['004#risk-tiers', '004#risk-factors'],
  asks: { of: 'img' },
  policy: { moderate: 'img.tier.level.moderate', high: 'img.tier.level.high', 'very-high': 'img.tier.level.very-high' },
  assess({ img }, levels) {
    const { tier, triggers, factors, step2, step1, failures, graduatedOn } = img;
    const [missing, ...more] = img.missing;
    if (missing !== undefined) return unknown(missing, ...more);
    return tier === null ? clear() : raised(levels[tier], { tier, triggers, factors, step2, step1, failures, graduatedOn });
  },
});
