import type { Area } from '@matchwatch/domain';
import { type Citation, findCitation } from '@matchwatch/risk-policy';
import { policyKeysOfRule } from './policy-use/policy-use.js';
import { rules } from './rules.js';

/** One rule as shown to people. */
export interface RulebookEntry {
  readonly code: string;
  readonly area: Area;
  readonly about: string;
  readonly revision: number;
  readonly basis: readonly Citation[];
  /** Policy keys that decide what it says: those it reads itself first, then those behind the facts it is told. */
  readonly policyKeys: readonly string[];
}

/** Every rule in display order, with its sources looked up. */
export const rulebook: readonly RulebookEntry[] = rules.map(({ code, area, about, revision, basis }) => ({
  code,
  area,
  about,
  revision,
  basis: basis.flatMap((ref) => findCitation(ref) ?? []),
  policyKeys: policyKeysOfRule(code),
}));
