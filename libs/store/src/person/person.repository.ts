import type { PersonState, Role } from '@matchwatch/domain';
import { type Database, sql, sqlOne, sqlWithoutSchool } from '../database.js';
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

/** A person as colleagues see them. */
export interface PersonRow extends Person {
  state: PersonState;
  createdAt: Date;
  /** When a session of theirs was last used; null when none is known. */
  seenAt: Date | null;
  /** Until when the link they were given works; null without one. */
  invitedUntil: Date | null;
  /** Applicants whose record names them as advisor. */
  advises: number;
  /** Whether a second factor of theirs is in use. */
  secondFactor: boolean;
}

export interface NewPerson {
  email: string;
  name: string;
  role: Role;
  /** Kept as it is when absent. */
  password?: string | undefined;
}

/** The person who signs in with an e-mail address, in whichever school; undefined when there is none or they are not (or no longer) active. */
export async function findPersonByEmail(db: Database, email: string): Promise<PersonWithPassword | undefined> {
  const [place] = await sqlWithoutSchool<{ schoolId: string | null }>(db, 'select school_of_address($1) as "schoolId"', [email]);
  // Asked of no school, too, where there is none: who tries out addresses must not see by the time which ones there are.
  const schoolId = place?.schoolId ?? '';
  return sqlOne(
    db,
    schoolId,
    `select id, school_id as "schoolId", email, name, role, password_hash as "passwordHash"
     from person where school_id = $1 and email = lower($2) and state = 'active'`,
    [schoolId, email],
  );
}

/** Creates an active person of the school, or updates the name, role and (when given) password of the one with that address; their sessions end with a new password. */
export async function savePerson(db: Database, schoolId: string, { email, name, role, password }: NewPerson): Promise<Person> {
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const saved = await sqlOne<Person>(
    db,
    schoolId,
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
  ).catch((error: { code?: string }) => {
    if (error.code !== forbidden) throw error;
  });
  if (!saved) throw new Error('The e-mail address belongs to a person of another school');
  return saved;
}

/** What row-level security answers to who would change a row of another school. */
const forbidden = '42501';

const rows = `
  select p.id, p.school_id as "schoolId", p.email, p.name, p.role, p.state, p.created_at as "createdAt",
         (select max(seen_at) from session s where s.school_id = p.school_id and s.person_id = p.id and s.awaits is null) as "seenAt",
         (select max(expires_at) from invitation i where i.school_id = p.school_id and i.person_id = p.id) as "invitedUntil",
         coalesce(caseload.applicants, 0) as advises,
         exists (select from second_factor f where f.school_id = p.school_id and f.person_id = p.id and f.secret is not null) as "secondFactor"
  from person p
  left join (                                       -- once for all of them
    select advisor, count(*) as applicants from applicant_summary where school_id = $1 and advisor is not null group by advisor
  ) as caseload on caseload.advisor = p.email
  where p.school_id = $1`;

/** Everybody of a school, by name: active first, then invited, then disabled. */
export const listPeople = (db: Database, schoolId: string): Promise<PersonRow[]> =>
  sql(db, schoolId, `${rows} order by array_position(array['active', 'invited', 'disabled'], p.state), p.name, p.id`, [schoolId]);

/** One person of the school, or undefined. */
export const findPerson = (db: Database, schoolId: string, id: number): Promise<PersonRow | undefined> =>
  sqlOne(db, schoolId, `${rows} and p.id = $2`, [schoolId, id]);

/** Adds somebody who has been asked to come and cannot sign in yet; undefined when the address belongs to somebody already. */
export const addInvitedPerson = (
  db: Database,
  schoolId: string,
  { email, name, role }: Omit<NewPerson, 'password'>,
): Promise<Person | undefined> =>
  sqlOne(
    db,
    schoolId,
    `insert into person (school_id, email, name, role, state) values ($1, lower($2), $3, $4, 'invited')
     on conflict (email) do nothing returning id, school_id as "schoolId", email, name, role`,
    [schoolId, email, name, role],
  );

/** Changes name or role. A new role ends the person's sessions, so that nothing goes on under the old one. Run it in a transaction. */
export async function changePerson(
  db: Database,
  schoolId: string,
  id: number,
  { name, role }: { name: string; role: Role },
): Promise<void> {
  await sql(
    db,
    schoolId,
    `delete from session using person p
     where session.school_id = $1 and session.person_id = $2 and p.school_id = $1 and p.id = $2 and p.role <> $3`,
    [schoolId, id, role],
  );
  await sql(db, schoolId, 'update person set name = $3, role = $4 where school_id = $1 and id = $2', [schoolId, id, name, role]);
}

/** Disables a person: sessions and open links end at once. */
export async function disablePerson(db: Database, schoolId: string, id: number): Promise<void> {
  await sql(
    db,
    schoolId,
    `with signed_out as (
       delete from session where school_id = $1 and person_id = $2
     ), uninvited as (
       delete from invitation where school_id = $1 and person_id = $2
     )
     update person set state = 'disabled' where school_id = $1 and id = $2`,
    [schoolId, id],
  );
}

/** Lets a disabled person back: active when they had joined, else invited again. */
export async function enablePerson(db: Database, schoolId: string, id: number): Promise<void> {
  await sql(
    db,
    schoolId,
    `update person p set state = case
       when password_hash is null and not exists (
         select from person_identity i where i.school_id = p.school_id and i.person_id = p.id
       ) then 'invited' else 'active' end
     where p.school_id = $1 and p.id = $2 and p.state = 'disabled'`,
    [schoolId, id],
  );
}

/** The hash of a person's password; null when they have none. */
export async function findPasswordHash(db: Database, schoolId: string, id: number): Promise<string | null> {
  const found = await sqlOne<{ passwordHash: string | null }>(
    db,
    schoolId,
    'select password_hash as "passwordHash" from person where school_id = $1 and id = $2',
    [schoolId, id],
  );
  return found?.passwordHash ?? null;
}

/** Sets the password a person chose; whoever is signed in stays so. */
export async function changePassword(db: Database, schoolId: string, id: number, password: string): Promise<void> {
  await sql(db, schoolId, 'update person set password_hash = $3 where school_id = $1 and id = $2', [
    schoolId,
    id,
    await hashPassword(password),
  ]);
}

/** Active people of the school in a role. */
export async function countActive(db: Database, schoolId: string, among: readonly Role[]): Promise<number> {
  const counted = await sqlOne<{ people: number }>(
    db,
    schoolId,
    `select count(*) as people from person where school_id = $1 and state = 'active' and role = any ($2::text[])`,
    [schoolId, among],
  );
  return counted?.people ?? 0;
}
