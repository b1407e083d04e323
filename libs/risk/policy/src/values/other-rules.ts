import { level, proposed, proposedLevel } from '../entry.js';
import { days, seasonDay } from '../kinds.js';

/** Levels of the IMG and visa rules, lines and levels of the data rules. */
export const otherRuleValues = {
  'img.tier.level.moderate': level('IMG tier moderate', 'watch', '004#risk-tiers'),
  'img.tier.level.high': level('IMG tier high', 'act', '004#risk-tiers'),
  'img.tier.level.very-high': level('IMG tier very high', 'urgent', '004#risk-tiers'),
  'visa.h1b-only.level.h1b-only': level('Accepts H-1B only', 'act', '004#visa'),
  'visa.h1b-only.level.j1': level('Needs a visa and accepts J-1', 'note', '004#visa'),
  'data.missing.level': proposedLevel('An essential fact is unknown', 'watch'),
  'data.impossible.level': proposedLevel('The record contradicts itself', 'act'),
  'data.stale.from': proposed('Records are expected to change from here', seasonDay, {
    year: 'application',
    on: '01-01',
  }),
  'data.stale.until': proposed('Records are expected to change until here', seasonDay, {
    year: 'match',
    on: '03-31',
  }),
  'data.stale.days': proposed('Days without a change of the record', days, 120),
  'data.stale.level': proposedLevel('Nothing new for long', 'watch'),
};
