import type { Problem } from '@matchwatch/contracts';
import { type Day, noticeSeverities, type PolicyNotice } from '@matchwatch/domain';
import { findPolicyValue, lintPolicy, lintRules, type Policy } from '@matchwatch/risk-rules';
import { policyNoticeText } from '@matchwatch/words';

/** Everything about a policy that people should know before it is used from a day on, errors first. */
export const noticesOf = (policy: Policy, day: Day): PolicyNotice[] =>
  [...lintPolicy(policy, day), ...lintRules(policy, day)].sort((a, b) => weight(a) - weight(b));

const weight = ({ severity }: PolicyNotice): number => noticeSeverities.indexOf(severity);

/** The errors among notices as issues of a problem, in words. */
export const errorIssues = (notices: readonly PolicyNotice[]): NonNullable<Problem['issues']> =>
  notices
    .filter(({ severity }) => severity === 'error')
    .map((notice) => ({ path: `changes.${notice.keys[0] ?? ''}`, reason: policyNoticeText(notice, findPolicyValue) }));
