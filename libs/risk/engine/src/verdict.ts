import type { Evidence, FindingLevel } from '@matchwatch/domain';

/** A rule's answer before it is given the rule's name. */
export type Verdict<E extends Evidence = Evidence> =
  | { readonly is: 'raised'; readonly level: FindingLevel; readonly evidence: E }
  | { readonly is: 'clear' }
  | { readonly is: 'unknown'; readonly missing: readonly string[] };

const clearVerdict: Verdict<never> = Object.freeze({ is: 'clear' });
const unknownByPath = new Map<string, Verdict<never>>();

/** The rule holds for this applicant, at a level, resting on the evidence. */
export const raised = <E extends Evidence>(level: FindingLevel, evidence: E): Verdict<E> => ({ is: 'raised', level, evidence });

/** The rule's facts are known and do not hold. Always the same object. */
export const clear = (): Verdict<never> => clearVerdict;

/** The rule cannot be answered until the record holds these paths; the only verdict that leaves a flag as it was. */
export function unknown(...missing: [string, ...string[]]): Verdict<never> {
  if (missing.length > 1) return { is: 'unknown', missing };
  const known = unknownByPath.get(missing[0]);
  if (known) return known;
  const verdict: Verdict<never> = Object.freeze({ is: 'unknown', missing: Object.freeze(missing) });
  unknownByPath.set(missing[0], verdict);
  return verdict;
}
