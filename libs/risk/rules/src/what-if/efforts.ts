import type { ChangeableFact, Day } from '@matchwatch/domain';
import { findEntry } from '@matchwatch/risk-engine';
import type { Policy } from '@matchwatch/risk-policy';

/** How long a change takes, as a rule: for putting changes in order, never for a promise. */
export interface Effort {
  readonly days: number;
  /** Citations into the register of sources; `default` where they leave it open. */
  readonly sources: readonly string[];
}

/** What a change of a fact takes by the policy in force on a day; throws for a day before the policy begins. */
export function getEffort({ values }: Policy, fact: ChangeableFact, on: Day): Effort {
  const entry = findEntry(values[`effort.${fact}`], on);
  if (entry === undefined) throw new Error(`No policy in force on ${on} for the effort of ${fact}`);
  return { days: entry.value, sources: entry.sources };
}
