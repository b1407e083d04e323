import { asksForReview, type Day, waitingSince } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineCareRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** A flag that has asked for action for long without a review. */
export const unreviewed = defineCareRule({
  code: 'care.unreviewed',
  revision: 2,
  about: 'A flag at act or above that nobody has reviewed for long.',
  basis: ['default'],
  policy: { days: 'care.unreviewed.days', named: 'care.unreviewed.named', level: 'care.unreviewed.level' },
  assess({ applicant, findings, unknown: unanswered, casework }, { days, named, level }) {
    if (casework === undefined) return unknown(paths.casework);
    const { today, asOf } = applicant.policy;
    const waitingBy = today.daysBefore(days);
    const waiting: { readonly code: string; readonly since: Day }[] = [];
    for (const flag of casework.flags) {
      const { code } = flag;
      const since = waitingSince(
        flag,
        casework.reviews.find((review) => review.code === code),
        asOf,
      );
      if (since === null || since > waitingBy) continue;
      // A flag that this assessment closes or lowers needs no review any more.
      const stays = findings.some((finding) => finding.code === code && asksForReview(finding));
      if (stays || unanswered.some((finding) => finding.code === code)) waiting.push({ code, since });
    }
    if (waiting.length === 0) return clear();
    const first = waiting.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)).slice(0, named);
    return raised(level, { flags: waiting.length, first, days });
  },
});
