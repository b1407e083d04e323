import type { Person, PersonRelation } from '@matchwatch/contracts';
import type { PersonRow, RelationRow } from '@matchwatch/store';

/** A person as they cross HTTP. */
export function toPerson(row: PersonRow): Person {
  const { schoolId: _, createdAt, seenAt, invitedUntil, ...person } = row;
  return {
    ...person,
    createdAt: createdAt.toISOString(),
    seenAt: seenAt?.toISOString() ?? null,
    invitedUntil: invitedUntil?.toISOString() ?? null,
  };
}

/** A relation as it crosses HTTP. */
export const toRelation = ({ givenAt, ...relation }: RelationRow): PersonRelation => ({ ...relation, givenAt: givenAt.toISOString() });
