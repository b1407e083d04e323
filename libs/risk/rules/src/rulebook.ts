import type { Area } from '@matchwatch/domain';
import { type Citation, findCitation } from '@matchwatch/risk-policy';
import { rules } from './rules.js';

/** One rule as shown to people. */
export interface RulebookEntry {
  readonly code: string;
  readonly area: Area;
  readonly about: string;
  readonly revision: number;
  readonly basis: readonly Citation[];
  /** Policy keys the rule reads itself. */
  readonly policyKeys: readonly string[];
}

/** Every rule in display order, with its sources looked up. */
export const rulebook: readonly RulebookEntry[] = rules.map(({ code, area, about, revision, basis, policyKeys }) => ({
  code,
  area,
  about,
  revision,
  basis: basis.flatMap((ref) => findCitation(ref) ?? []),
  policyKeys,
}));
