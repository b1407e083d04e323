import { findingRank } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineCareRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** A flag that has asked for action for long without a review. */
export const unreviewed = defineCareRule({
  code: 'care.unreviewed',
  revision: 1,
  about: 'A flag at act or above that nobody has reviewed for long.',
  basis: ['default'],
  policy: { days: 'care.unreviewed.days', named: 'care.unreviewed.named', level: 'care.unreviewed.level' },
  assess({ applicant, findings, unknown: unanswered, casework }, { days, named, level }) {
    if (casework === undefined) return unknown(paths.casework);
    const waitingSince = applicant.policy.today.daysBefore(days);
    const waiting = casework.flags.filter(
      ({ code, level: standing, levelSince }) =>
        findingRank[standing] >= findingRank.act &&
        levelSince <= waitingSince &&
        // Care gaps are not reviewed, and a flag that this assessment closes or lowers needs no review any more.
        (findings.some((finding) => finding.code === code && findingRank[finding.level] >= findingRank.act) ||
          unanswered.some((finding) => finding.code === code)) &&
        !casework.reviews.some((review) => review.code === code && review.on >= levelSince),
    );
    if (waiting.length === 0) return clear();
    const first = waiting
      .toSorted((a, b) => (a.levelSince < b.levelSince ? -1 : a.levelSince > b.levelSince ? 1 : 0))
      .slice(0, named)
      .map(({ code, levelSince }) => ({ code, since: levelSince }));
    return raised(level, { flags: waiting.length, first, days });
  },
});
