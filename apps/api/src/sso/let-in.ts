import type { Role, SignInRefusal } from '@matchwatch/domain';
import {
  activatePerson,
  changePerson,
  type Database,
  findPersonByIdentity,
  findUnlinkedPerson,
  type IdentifiedPerson,
  linkIdentity,
  type Person,
} from '@matchwatch/store';
import { type ClaimedPerson, roleOfGroups } from './claimed-person.js';

/** Why somebody whom the provider vouches for is not let in. */
export type SsoRefusal = Extract<SignInRefusal, 'unknown' | 'unverified' | 'disabled' | 'no-group'>;

/** What single sign-on makes of somebody: let in, with what changed on the way, or not. */
export type SsoVerdict =
  | { person: Person; linked: boolean; joined: boolean; roleBefore: Role | undefined }
  | { refused: SsoRefusal; person: Person | undefined };

/**
 * Finds who a proven account is here. An account nobody was linked to becomes the one of the person who was invited under its verified
 * address; groups, where the school maps them, give the role anew each time. Run it in a transaction: it writes only when it lets in.
 */
export async function letIn(
  db: Database,
  schoolId: string,
  { issuer, subject, email, groups }: ClaimedPerson,
  roleMap: readonly (readonly [string, Role])[] | undefined,
  at: Date,
): Promise<SsoVerdict> {
  const known = await findPersonByIdentity(db, schoolId, issuer, subject);
  const found = known ?? (email === undefined ? undefined : await findUnlinkedPerson(db, schoolId, issuer, email));
  if (!found) return { refused: email === undefined ? 'unverified' : 'unknown', person: undefined };
  if (found.state === 'disabled') return { refused: 'disabled', person: found };
  const role = roleMap ? roleOfGroups(roleMap, groups) : found.role;
  if (role === undefined) return { refused: 'no-group', person: found };

  const linked = !known;
  if (linked && !(await linkIdentity(db, schoolId, { issuer, subject, personId: found.id }, at))) {
    return { refused: 'unknown', person: undefined };
  }
  await refresh(db, schoolId, found, role);
  return {
    person: { id: found.id, schoolId, email: found.email, name: found.name, role },
    linked,
    joined: found.state === 'invited',
    roleBefore: role === found.role ? undefined : found.role,
  };
}

async function refresh(db: Database, schoolId: string, { id, name, state, role: before }: IdentifiedPerson, role: Role): Promise<void> {
  if (state === 'invited') await activatePerson(db, schoolId, id);
  if (role !== before) await changePerson(db, schoolId, id, { name, role });
}
