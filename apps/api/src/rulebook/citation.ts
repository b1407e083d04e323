import type { Rulebook } from '@matchwatch/contracts';
import { type Citation, findCitation } from '@matchwatch/risk-policy';

type Cited = Rulebook['rules'][number]['basis'][number];

/** A citation as a chip and its tooltip: an article by number and section, anything else by its title. */
export function toCited({ ref, id, source, passage }: Citation): Cited {
  const section = passage?.split(':')[0];
  const label = source.kind === 'article' && section ? `${id} · ${section}` : source.title;
  return { id: ref, label, title: passage ? `${source.title}: ${passage}` : source.title };
}

/** What was cited, looked up; a source that the register does not hold stands as it was written. */
export function cite(ref: string): Cited {
  const citation = findCitation(ref);
  return citation ? toCited(citation) : { id: ref, label: ref, title: ref };
}
