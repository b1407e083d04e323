import { rules, rulesDigestInput } from '@matchwatch/risk-rules';
import { digestOf } from '@matchwatch/store';

/** Codes of the rules this worker asks: a rule that was not asked never closes a flag. */
export const ruleCodes: readonly string[] = rules.map(({ code }) => code);

/** Which set of rules it is. */
export const rulesDigest: string = digestOf(rulesDigestInput);
