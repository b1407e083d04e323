import type { PersonState } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import type { Person } from '../person/person.repository.js';

/** A person as single sign-on finds them, whatever their state. */
export interface IdentifiedPerson extends Person {
  state: PersonState;
}

const person = `p.id, p.school_id as "schoolId", p.email, p.name, p.role, p.state`;

/** Whom an account of a provider was linked to, or undefined. */
export const findPersonByIdentity = (
  db: Database,
  schoolId: string,
  issuer: string,
  subject: string,
): Promise<IdentifiedPerson | undefined> =>
  sqlOne(
    db,
    schoolId,
    `select ${person} from person_identity i join person p on p.school_id = i.school_id and p.id = i.person_id
     where i.school_id = $1 and i.issuer = $2 and i.subject = $3`,
    [schoolId, issuer, subject],
  );

/** The person of a school with an e-mail address whom no account of this provider was linked to yet, or undefined. */
export const findUnlinkedPerson = (db: Database, schoolId: string, issuer: string, email: string): Promise<IdentifiedPerson | undefined> =>
  sqlOne(
    db,
    schoolId,
    `select ${person} from person p where p.school_id = $1 and p.email = lower($3)
       and not exists (select from person_identity i where i.school_id = p.school_id and i.person_id = p.id and i.issuer = $2)`,
    [schoolId, issuer, email],
  );

/** Links an account of a provider to a person; false when another request was faster. */
export async function linkIdentity(
  db: Database,
  schoolId: string,
  identity: { issuer: string; subject: string; personId: number },
  at: Date,
): Promise<boolean> {
  const linked = await sqlOne(
    db,
    schoolId,
    `insert into person_identity (school_id, issuer, subject, person_id, linked_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning person_id`,
    [schoolId, identity.issuer, identity.subject, identity.personId, at],
  );
  return linked !== undefined;
}

/** Makes an invited person active, as the one they were invited as has come; links that were given out work no more. */
export async function activatePerson(db: Database, schoolId: string, personId: number): Promise<void> {
  await sql(
    db,
    schoolId,
    `with taken as (
       delete from invitation where school_id = $1 and person_id = $2
     )
     update person set state = 'active' where school_id = $1 and id = $2 and state = 'invited'`,
    [schoolId, personId],
  );
}
