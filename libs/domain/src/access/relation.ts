/** How a person may stand to an applicant. Explicit ones are given by a person; see `Link` for where the others come from. */
export const relationKinds = ['advises', 'leads', 'covers', 'assesses', 'promotes'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** A relation, or the emergency access that stands in for one for a short time. */
export type Relation = RelationKind | 'break-glass';

/** Relations by which a person decides about grades or promotion: who stands in one is kept from advising matters (LCME 11.1). */
export const decidingRelations: ReadonlySet<Relation> = new Set<Relation>(['assesses', 'promotes']);

/** Whom a relation is about: one applicant, everybody whose record names an advisor (by lower-case e-mail), or a Match season. */
export type RelationTarget =
  | { readonly kind: 'applicant'; readonly applicantId: number }
  | { readonly kind: 'caseload'; readonly advisor: string }
  | { readonly kind: 'season'; readonly season: number };

/** One relation of a person as it stands on a day: derived from the record (its advisor), given by a person, or emergency access. */
export interface Link {
  readonly relation: Relation;
  readonly target: RelationTarget;
}

/** What of an applicant decides who stands in a relation to them. `advisor` is a lower-case e-mail address. */
export interface ApplicantPlace {
  readonly applicantId: number;
  readonly advisor: string | null;
  readonly season: number;
}

/** Whether an applicant is among those a relation is about. */
export function isAbout(target: RelationTarget, { applicantId, advisor, season }: ApplicantPlace): boolean {
  switch (target.kind) {
    case 'applicant':
      return target.applicantId === applicantId;
    case 'caseload':
      return target.advisor === advisor;
    case 'season':
      return target.season === season;
  }
}

/** In which relations a person stands to an applicant. */
export const relationsTo = (links: readonly Link[], place: ApplicantPlace): ReadonlySet<Relation> =>
  new Set(links.filter(({ target }) => isAbout(target, place)).map(({ relation }) => relation));
