import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** A record that has not changed for long during the application year. */
export const stale = defineRule({
  code: 'data.stale',
  revision: 1,
  about: 'A record that has not changed for long during the application year.',
  basis: ['default'],
  policy: { days: 'data.stale.days', level: 'data.stale.level' },
  assess({ context: { changedOn }, season, policy: { today } }, { days, level }) {
    if (!season.isApplicationYear) return clear();
    if (changedOn === undefined) return unknown(paths.changedOn);
    return changedOn <= today.daysBefore(days) ? raised(level, { changedOn, days }) : clear();
  },
});
