import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { belowTarget, concernEvidence, isConcern } from '../view/concern.js';
import { paths } from '../view/paths.js';

/** A statement nobody has reviewed, shortly before applications are submitted, with a score below the range or a failed attempt. */
export const notReviewed = defineRule({
  code: 'statement.not-reviewed',
  revision: 1,
  about: 'A statement nobody has reviewed, shortly before applications are submitted, with a score below the range or a failed attempt.',
  basis: ['003#phase-2', '004#statement'],
  asks: { from: { mark: 'submit', daysBefore: 'statement.not-reviewed.watch-days' }, until: 'match' },
  policy: { watchDays: 'statement.not-reviewed.watch-days', level: 'statement.not-reviewed.level' },
  assess(view, { watchDays, level }) {
    const { record, season, policy } = view;
    const { statement } = record;
    // Without a draft there is nothing to review; the statement itself is then asked for.
    if (statement?.status === 'none' || statement?.status === 'reviewed') return clear();
    const since = season.daysBefore('submit', watchDays);
    if (statement?.reviewedOn !== undefined && statement.reviewedOn <= policy.asOf) return clear();
    const concern = isConcern(view, belowTarget);
    if (concern === false) return clear();
    if (concern !== true) return unknown(concern);
    if (statement === undefined) return unknown(paths.statement);
    return since === undefined ? unknown(paths.calendar) : raised(level, { ...concernEvidence(view), since });
  },
});
