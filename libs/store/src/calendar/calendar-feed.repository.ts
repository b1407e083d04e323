import type { Day } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import type { Person } from '../person/person.repository.js';
import { hashOfSecret, newSecret } from '../person/secret.js';

/** The address of one's calendar, as its person is told of it. */
export interface CalendarFeed {
  createdAt: Date;
  usedAt: Date | null;
}

/** The address a person has; undefined without one. */
export const findCalendarFeed = (db: Database, schoolId: string, personId: number): Promise<CalendarFeed | undefined> =>
  sqlOne(db, schoolId, 'select created_at as "createdAt", used_at as "usedAt" from calendar_feed where school_id = $1 and person_id = $2', [
    schoolId,
    personId,
  ]);

/** Makes an address in place of the one there was; answers with its token, which is stored nowhere. */
export async function makeCalendarFeed(db: Database, schoolId: string, personId: number, at: Date): Promise<string> {
  const token = newSecret();
  await sql(
    db,
    schoolId,
    `insert into calendar_feed (school_id, person_id, token_hash, created_at) values ($1, $2, $3, $4)
     on conflict (school_id, person_id) do update
       set token_hash = excluded.token_hash, created_at = excluded.created_at, used_at = null, audited_on = null`,
    [schoolId, personId, hashOfSecret(token), at],
  );
  return token;
}

/** Ends the address of a person; false when there was none. */
export const endCalendarFeed = async (db: Database, schoolId: string, personId: number): Promise<boolean> =>
  (await sql(db, schoolId, 'delete from calendar_feed where school_id = $1 and person_id = $2 returning person_id', [schoolId, personId]))
    .length > 0;

/** Who reads by a token, as they are now. */
export interface CalendarReader {
  person: Person;
  school: { id: string; name: string; timeZone: string; mailNames: boolean };
  createdAt: Date;
}

/** The person behind a token while they are not disabled; undefined for any other. */
export async function findCalendarReader(db: Database, schoolId: string, token: string): Promise<CalendarReader | undefined> {
  const row = await sqlOne<Omit<Person, 'schoolId'> & { schoolName: string; timeZone: string; mailNames: boolean; createdAt: Date }>(
    db,
    schoolId,
    `select p.id, p.email, p.name, p.role, school.name as "schoolName", school.time_zone as "timeZone", school.mail_names as "mailNames",
            f.created_at as "createdAt"
     from calendar_feed f
     join person p on p.school_id = f.school_id and p.id = f.person_id and p.state = 'active'
     join school on school.school_id = f.school_id
     where f.school_id = $1 and f.token_hash = $2`,
    [schoolId, hashOfSecret(token)],
  );
  if (!row) return undefined;
  const { schoolName, timeZone, mailNames, createdAt, ...person } = row;
  return { person: { ...person, schoolId }, school: { id: schoolId, name: schoolName, timeZone, mailNames }, createdAt };
}

/** Notes that an address was read; true for the first time on a day, which the audit tells. */
export async function touchCalendarFeed(db: Database, schoolId: string, personId: number, at: Date, today: Day): Promise<boolean> {
  const first = await sql(
    db,
    schoolId,
    `update calendar_feed set used_at = $3, audited_on = $4
     where school_id = $1 and person_id = $2 and audited_on is distinct from $4::date returning person_id`,
    [schoolId, personId, at, today],
  );
  if (first.length > 0) return true;
  await sql(db, schoolId, 'update calendar_feed set used_at = $3 where school_id = $1 and person_id = $2', [schoolId, personId, at]);
  return false;
}
