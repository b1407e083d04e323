import type { Role } from '@matchwatch/domain';
import { type Database, sqlOne } from '../database.js';
import { hashPassword } from './password.js';

/** Someone who signs in. */
export interface Person {
  id: number;
  schoolId: string;
  email: string;
  name: string;
  role: Role;
}

/** A person as sign-in needs them; `passwordHash` is null when they cannot sign in by password. */
export interface PersonWithPassword extends Person {
  passwordHash: string | null;
}

export interface NewPerson {
  email: string;
  name: string;
  role: Role;
  /** Kept as it is when absent. */
  password?: string | undefined;
}

/** The person who signs in with an e-mail address, in whichever school; undefined when there is none or the account is disabled. */
export const findPersonByEmail = (db: Database, email: string): Promise<PersonWithPassword | undefined> =>
  sqlOne(
    db,
    `select id, school_id as "schoolId", email, name, role, password_hash as "passwordHash"
     from person where email = lower($1) and disabled_at is null`,
    [email],
  );

/** Creates a person of the school, or updates the name, role and (when given) password of the one with that address; their sessions end with a new password. */
export async function savePerson(db: Database, schoolId: string, { email, name, role, password }: NewPerson): Promise<Person> {
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const saved = await sqlOne<Person>(
    db,
    `with saved as (
       insert into person (school_id, email, name, role, password_hash) values ($1, lower($2), $3, $4, $5)
       on conflict (email) do update
         set name = excluded.name, role = excluded.role, password_hash = coalesce(excluded.password_hash, person.password_hash)
         where person.school_id = excluded.school_id
       returning id, school_id, email, name, role
     ), signed_out as (                              -- whoever knew the old password is out
       delete from session using saved
       where session.school_id = saved.school_id and session.person_id = saved.id and $5::text is not null
     )
     select id, school_id as "schoolId", email, name, role from saved`,
    [schoolId, email, name, role, passwordHash],
  );
  if (!saved) throw new Error('The e-mail address belongs to a person of another school');
  return saved;
}
