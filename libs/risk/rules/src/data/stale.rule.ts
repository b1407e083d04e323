import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** A record that has not changed for long from the start of the application year to the Match. */
export const stale = defineRule({
  code: 'data.stale',
  revision: 1,
  about: 'A record that has not changed for long from the start of the application year to the Match.',
  basis: ['default'],
  asks: { from: { line: 'data.stale.from' } },
  policy: { until: 'data.stale.until', days: 'data.stale.days', level: 'data.stale.level' },
  assess({ context: { changedOn }, season, policy: { today } }, { until, days, level }) {
    if (season.isOver(until)) return clear();
    if (changedOn === undefined) return unknown(paths.changedOn);
    return changedOn <= today.daysBefore(days) ? raised(level, { changedOn, days }) : clear();
  },
});
