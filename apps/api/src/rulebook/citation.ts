import type { Rulebook } from '@matchwatch/contracts';
import { findCitation, showCitation } from '@matchwatch/risk-policy';

type Cited = Rulebook['rules'][number]['basis'][number];

/** What was cited, looked up; a source that the register does not hold stands as it was written. */
export function cite(ref: string): Cited {
  const citation = findCitation(ref);
  return citation ? showCitation(citation) : { id: ref, label: ref, title: ref };
}
