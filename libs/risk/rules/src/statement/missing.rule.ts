import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** No draft of the personal statement, or no final one, shortly before applications are submitted. */
export const statementMissing = defineRule({
  code: 'statement.missing',
  revision: 1,
  about: 'No draft of the personal statement, or no final one, shortly before applications are submitted.',
  basis: ['000#statement', '002#statement', '003#phase-2', '004#statement'],
  asks: { from: { mark: 'submit', daysBefore: 'statement.missing.watch-days' }, until: 'match' },
  policy: {
    watchDays: 'statement.missing.watch-days',
    actDays: 'statement.missing.act-days',
    watch: 'statement.missing.level.watch',
    act: 'statement.missing.level.act',
  },
  assess({ record, season, policy: { asOf } }, { watchDays, actDays, watch, act }) {
    const status = record.statement?.status;
    if (status === 'final') return clear();
    const draftBy = season.daysBefore('submit', watchDays);
    const finalBy = season.daysBefore('submit', actDays);
    if (draftBy === undefined || finalBy === undefined) return unknown(paths.calendar);
    if (status === undefined) return unknown(paths.statement);
    if (asOf >= finalBy) return raised(act, { status, since: finalBy });
    return status === 'none' ? raised(watch, { status, since: draftBy }) : clear();
  },
});
