import { type Database, sql, sqlOne } from '../database.js';
import type { School } from '../school/school.repository.js';
import type { Person } from './person.repository.js';
import { hashOfSecret as hashOf, newSecret as secret } from './secret.js';

/** How long a session lives. */
export interface SessionLimits {
  idleMinutes: number;
  absoluteHours: number;
}

/** A signed-in browser with its person and school. */
export interface StandingSession {
  person: Person;
  school: School;
  csrfToken: string;
  /** When it was last noted as used. */
  seenAt: Date;
  /** When it ends if nothing more is asked in it. */
  expiresAt: Date;
}

/** What the browser is given; the token is stored nowhere, only its hash. */
export interface OpenedSession {
  token: string;
  csrfToken: string;
}

/** Starts a session under a new token and throws away those of the person that are over. */
export async function openSession(db: Database, person: Person, now: Date, { absoluteHours }: SessionLimits): Promise<OpenedSession> {
  const token = secret();
  const csrfToken = secret();
  await sql(
    db,
    `with over as (
       delete from session where school_id = $1 and person_id = $3 and expires_at <= $5
     )
     insert into session (school_id, token_hash, person_id, csrf_token, created_at, seen_at, expires_at)
     values ($1, $2, $3, $4, $5::timestamptz, $5, $5::timestamptz + make_interval(hours => $6))`,
    [person.schoolId, hashOf(token), person.id, csrfToken, now, absoluteHours],
  );
  return { token, csrfToken };
}

interface SessionRow extends Person {
  schoolName: string;
  timeZone: string;
  csrfToken: string;
  seenAt: Date;
  expiresAt: Date;
}

/** The session behind a token if it is neither idle too long, nor over, nor of a disabled person. */
export async function findSession(
  db: Database,
  schoolId: string,
  token: string,
  now: Date,
  { idleMinutes }: SessionLimits,
): Promise<StandingSession | undefined> {
  const row = await sqlOne<SessionRow>(
    db,
    `select p.id, p.email, p.name, p.role, s.school_id as "schoolId", school.name as "schoolName", school.time_zone as "timeZone",
            s.csrf_token as "csrfToken", s.seen_at as "seenAt", least(s.expires_at, $3::timestamptz + make_interval(mins => $4)) as "expiresAt"
     from session s
     join person p on p.school_id = s.school_id and p.id = s.person_id and p.state = 'active'
     join school on school.school_id = s.school_id
     where s.school_id = $1 and s.token_hash = $2 and s.expires_at > $3 and s.seen_at > $3::timestamptz - make_interval(mins => $4)`,
    [schoolId, hashOf(token), now, idleMinutes],
  );
  if (!row) return undefined;
  const { id, email, name, role, schoolName, timeZone, csrfToken, seenAt, expiresAt } = row;
  return {
    person: { id, schoolId, email, name, role },
    school: { id: schoolId, name: schoolName, timeZone },
    csrfToken,
    seenAt,
    expiresAt,
  };
}

/** Notes that a session was used, which is what keeps it from going idle. */
export async function touchSession(db: Database, schoolId: string, token: string, now: Date): Promise<void> {
  await sql(db, 'update session set seen_at = $3 where school_id = $1 and token_hash = $2', [schoolId, hashOf(token), now]);
}

/** Ends a session; nothing happens when it is over already. */
export async function closeSession(db: Database, schoolId: string, token: string): Promise<void> {
  await sql(db, 'delete from session where school_id = $1 and token_hash = $2', [schoolId, hashOf(token)]);
}
