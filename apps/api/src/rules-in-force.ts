import type { Day } from '@matchwatch/domain';
import { resolvePolicy } from '@matchwatch/risk-policy';
import { defaultPolicy, rulesDigestInput } from '@matchwatch/risk-rules';
import { digestOf } from '@matchwatch/store';

/** The policy and the set of rules that runs asked for here are to use. */
export const policy = defaultPolicy;
export const policyVersion: string = policy.version;
export const rulesDigest: string = digestOf(rulesDigestInput);

/** Whether the policy says anything yet on a day; nothing can be assessed as of one before. */
export function isPolicyInForce(day: Day): boolean {
  try {
    resolvePolicy(policy, day);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
