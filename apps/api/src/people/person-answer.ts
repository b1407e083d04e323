import type { Person, PersonRelation } from '@matchwatch/contracts';
import type { PersonRow, RelationRow } from '@matchwatch/store';

/** A person as they cross HTTP. */
export const toPerson = ({ schoolId: _, createdAt, seenAt, invitedUntil, ...person }: PersonRow): Person => ({
  ...person,
  createdAt: createdAt.toISOString(),
  seenAt: seenAt?.toISOString() ?? null,
  invitedUntil: invitedUntil?.toISOString() ?? null,
});

/** A relation as it crosses HTTP. */
export const toRelation = ({ givenAt, ...relation }: RelationRow): PersonRelation => ({ ...relation, givenAt: givenAt.toISOString() });
