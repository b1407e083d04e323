import { caseworkRuleCodes, rules, rulesDigestInput } from '@matchwatch/risk-rules';
import { digestOf } from '@matchwatch/store';

const needCasework = new Set(caseworkRuleCodes);

/**
 * Codes of the rules this worker asks. Runs do not read casework yet, so the rules that need it are not asked: they say nothing,
 * and a rule that was not asked never closes a flag.
 */
export const ruleCodes: readonly string[] = rules.map(({ code }) => code).filter((code) => !needCasework.has(code));

/** Which set of rules it is. */
export const rulesDigest: string = digestOf(rulesDigestInput);
