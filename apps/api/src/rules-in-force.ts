import { defaultPolicy, rulesDigestInput } from '@matchwatch/risk-rules';
import { digestOf } from '@matchwatch/store';

/** The default policy and the set of rules that runs asked for here are to use; which policy a school goes by is its own to say. */
export const policyVersion: string = defaultPolicy.version;
export const rulesDigest: string = digestOf(rulesDigestInput);
