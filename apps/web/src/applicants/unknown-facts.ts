import type { ApplicantDetail } from '@matchwatch/contracts';

type Unknown = NonNullable<ApplicantDetail['answer']>['unknown'];

export interface UnknownFact {
  path: string;
  /** Without it no level can be given at all. */
  essential: boolean;
  /** How many rules wait for it. */
  rules: number;
}

/** The facts that rules are waiting for, each once: essential ones first, then those that most rules need. */
export function unknownFacts(unknown: Unknown, setBy: readonly string[]): UnknownFact[] {
  const facts = new Map<string, UnknownFact>();
  for (const { code, missing } of unknown) {
    for (const path of missing) {
      const before = facts.get(path) ?? { path, essential: false, rules: 0 };
      facts.set(path, { path, essential: before.essential || setBy.includes(path) || setBy.includes(code), rules: before.rules + 1 });
    }
  }
  return [...facts.values()].sort((a, b) => Number(b.essential) - Number(a.essential) || b.rules - a.rules || a.path.localeCompare(b.path));
}
