import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { clearlyBelowTarget, concernEvidence, isConcern } from '../view/concern.js';
import { paths } from '../view/paths.js';

/** A failed attempt or a score of category B or C, and the short answer about it not rehearsed. */
export const noAccount = defineRule({
  code: 'interview.no-account',
  revision: 1,
  about: 'A failed attempt or a score of category B or C, and the short answer about it (own, explain, pivot) not rehearsed.',
  basis: ['000#interview', '001#narrative', '002#interview', '003#phase-3', '004#interview'],
  asks: { from: { line: 'interview.no-account.watch-from' }, until: 'match' },
  policy: { watchFrom: 'interview.no-account.watch-from', level: 'interview.no-account.level' },
  assess(view, { watchFrom, level }) {
    const { record, season, policy } = view;
    const { interviewPrep } = record;
    if (interviewPrep?.accountRehearsedOn !== undefined && interviewPrep.accountRehearsedOn <= policy.asOf) return clear();
    const concern = isConcern(view, clearlyBelowTarget);
    if (concern === false) return clear();
    if (concern !== true) return unknown(concern);
    if (interviewPrep === undefined) return unknown(paths.interviewPrep);
    return raised(level, { ...concernEvidence(view), since: season.dayOf(watchFrom) });
  },
});
