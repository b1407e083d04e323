import { defaultPolicy, rulesDigestInput } from '@matchwatch/risk-rules';
import { digestOf } from '@matchwatch/store';

/** The policy and the set of rules that runs asked for from the command line are to use. */
export const policyVersion: string = defaultPolicy.version;
export const rulesDigest: string = digestOf(rulesDigestInput);
