import type { ApplicantAccess } from '@matchwatch/contracts';
import { type ApplicantPlace, allowedActions, decidingRelations, lookingEvents, may, type Role, relationsTo } from '@matchwatch/domain';
import type { LinkedPerson, Looker } from '@matchwatch/store';

/** Nearest first: who advises, leads or stands in, then who decides, then who sees the whole school. */
const nearness = ['break-glass', 'advises', 'covers', 'leads', 'assesses', 'promotes', 'role'] as const;
const rank = (because: string) => nearness.findIndex((each) => each === because);

/** Who of a school may open an applicant, and why, by the same table that lets them in. */
export function whoMaySee(people: readonly LinkedPerson[], place: ApplicantPlace): ApplicantAccess['people'] {
  return people
    .flatMap(({ id, name, role: known, links }) => {
      const role = known as Role;
      const relations = relationsTo(links, place);
      const { allowed, because } = may({ role }, 'applicant.view', 'applicant', relations);
      if (!allowed) return [];
      const walled = [...decidingRelations].some((relation) => relations.has(relation));
      return [{ id, name, role, because, may: allowedActions({ role }, relations), walled }];
    })
    .sort((a, b) => rank(a.because) - rank(b.because) || a.name.localeCompare(b.name));
}

export const lookEvents = [...lookingEvents];

/** Who looked, as it crosses HTTP. */
export const toLooked = (lookers: readonly Looker[]): ApplicantAccess['looked'] =>
  lookers.map(({ role, lastAt, ...looker }) => ({ ...looker, role: role as Role, lastAt: lastAt.toISOString() }));
