import type { Role } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import { hashPassword } from './password.js';
import type { Person } from './person.repository.js';
import { hashOfSecret, newSecret } from './secret.js';

/** A one-time link that still works, with whom it is for; without a person it sets up the school. */
export interface OpenInvitation {
  schoolId: string;
  schoolName: string;
  kind: 'setup' | 'join';
  personId: number | null;
  email: string | null;
  name: string | null;
  role: Role | null;
  expiresAt: Date;
}

/** The token of a link carries its school, as the cookie of a session does. */
const shape = /^([a-z0-9][a-z0-9-]{0,39})\.([\w-]{43})$/;

async function issue(db: Database, schoolId: string, personId: number | null, now: Date, hours: number): Promise<string> {
  const secret = newSecret();
  await sql(
    db,
    schoolId,
    `with former as (                                -- the newest link is the only one that works
       delete from invitation where school_id = $1 and person_id is not distinct from $4::integer
     )
     insert into invitation (school_id, token_hash, kind, person_id, created_at, expires_at)
     values ($1, $2, case when $4::integer is null then 'setup' else 'join' end, $4, $3::timestamptz, $3::timestamptz + make_interval(hours => $5))`,
    [schoolId, hashOfSecret(secret), now, personId, hours],
  );
  return `${schoolId}.${secret}`;
}

/** Makes the link by which a person chooses a password, instead of any earlier one; answers with its token, which is stored nowhere. */
export const invite = (db: Database, schoolId: string, personId: number, now: Date, hours: number): Promise<string> =>
  issue(db, schoolId, personId, now, hours);

/** Makes the link by which a school that nobody can sign in to gets its first person; undefined when somebody can. */
export async function offerSetup(db: Database, schoolId: string, now: Date, hours: number): Promise<string | undefined> {
  const somebody = await sqlOne(db, schoolId, `select from person where school_id = $1 and state = 'active' limit 1`, [schoolId]);
  return somebody ? undefined : issue(db, schoolId, null, now, hours);
}

/** The invitation behind a token, or undefined when it is unknown, used, replaced or too old. */
export async function findInvitation(db: Database, token: string, now: Date): Promise<OpenInvitation | undefined> {
  const [, schoolId, secret] = shape.exec(token) ?? [];
  if (schoolId === undefined || secret === undefined) return undefined;
  return sqlOne(
    db,
    schoolId,
    `select i.school_id as "schoolId", school.name as "schoolName", i.kind, i.person_id as "personId", p.email, p.name, p.role, i.expires_at as "expiresAt"
     from invitation i join school on school.school_id = i.school_id
     left join person p on p.school_id = i.school_id and p.id = i.person_id
     where i.school_id = $1 and i.token_hash = $2 and i.expires_at > $3 and (p.id is null or p.state <> 'disabled')`,
    [schoolId, hashOfSecret(secret), now],
  );
}

/** Takes an invitation out, so that no second request can use it; undefined when another was faster. Run it in the transaction of what follows. */
export async function takeInvitation(db: Database, token: string, now: Date): Promise<OpenInvitation | undefined> {
  const found = await findInvitation(db, token, now);
  if (!found) return undefined;
  const taken = await sqlOne(db, found.schoolId, 'delete from invitation where school_id = $1 and token_hash = $2 returning school_id', [
    found.schoolId,
    hashOfSecret(token.slice(found.schoolId.length + 1)),
  ]);
  return taken ? found : undefined;
}

/** Sets the password a person chose and makes them active; whoever was signed in as them is out. */
export async function joinPerson(db: Database, schoolId: string, personId: number, password: string): Promise<Person> {
  const passwordHash = await hashPassword(password);
  const joined = await sqlOne<Person>(
    db,
    schoolId,
    `with signed_out as (
       delete from session where school_id = $1 and person_id = $2
     )
     update person set password_hash = $3, state = 'active' where school_id = $1 and id = $2
     returning id, school_id as "schoolId", email, name, role`,
    [schoolId, personId, passwordHash],
  );
  if (!joined) throw new Error(`Person ${personId} was invited and is not there`);
  return joined;
}
