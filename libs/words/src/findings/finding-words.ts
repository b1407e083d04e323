import type { EvidenceByCode, RuleCode } from '@matchwatch/domain';

/** The words for one rule's findings. */
export interface FindingWords<E> {
  /** The rule's name in lists and filters. */
  readonly label: string;
  /** The reason, in one neutral sentence. */
  sentence(evidence: E): string;
  /** The reason in at most 40 characters. */
  chip(evidence: E): string;
  /** What would clear or ease it; undefined where nothing can, such as a passed exam. */
  clearsWhen?(evidence: E): string | undefined;
}

/** The words for a set of codes. */
export type WordsOf<Codes extends RuleCode> = { readonly [C in Codes]: FindingWords<EvidenceByCode[C]> };
