import { rules, rulesDigestInput } from '@matchwatch/risk-rules';
import { digestOf } from '@matchwatch/store';

/** Codes of the rules this worker asks, and the digest that says which set they are. */
export const ruleCodes: readonly string[] = rules.map(({ code }) => code);
export const rulesDigest: string = digestOf(rulesDigestInput);
