import { defaultPolicy, rulesDigestInput } from '@matchwatch/risk-rules';
import { digestOf } from '@matchwatch/store';

/** The policy and the set of rules that runs asked for here are to use. */
export const policy = defaultPolicy;
export const policyVersion: string = policy.version;
export const rulesDigest: string = digestOf(rulesDigestInput);
