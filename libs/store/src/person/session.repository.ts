import type { SignInMethod, SignInStep } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import type { School } from '../school/school.repository.js';
import type { Person } from './person.repository.js';
import { hashOfSecret as hashOf, newSecret as secret } from './secret.js';

/** How long a session lives. */
export interface SessionLimits {
  idleMinutes: number;
  absoluteHours: number;
}

/** Where a session came from: enough for a person to recognise it, and no more. */
export interface SessionOrigin {
  method: SignInMethod;
  /** As `Firefox on Linux`; null when it cannot be told. */
  device: string | null;
  /** The network it came from, without the last part of the address. */
  address: string | null;
}

/** A signed-in browser with its person and school. */
export interface StandingSession {
  id: number;
  person: Person;
  school: School;
  origin: SessionOrigin;
  csrfToken: string;
  /** When it was last noted as used. */
  seenAt: Date;
  /** When it ends if nothing more is asked in it. */
  expiresAt: Date;
}

/** A browser whose person has given their password and has a second step before them. */
export interface PendingSession {
  person: Person;
  awaits: SignInStep;
  origin: SessionOrigin;
}

/** What the browser is given; the token is stored nowhere, only its hash. */
export interface OpenedSession {
  token: string;
  csrfToken: string;
}

const unknownOrigin: SessionOrigin = { method: 'password', device: null, address: null };

async function open(
  db: Database,
  { schoolId, id }: Person,
  now: Date,
  minutes: number,
  { method, device, address }: SessionOrigin,
  awaits: SignInStep | null,
): Promise<OpenedSession> {
  const token = secret();
  const csrfToken = secret();
  await sql(
    db,
    schoolId,
    `with over as (
       delete from session where school_id = $1 and person_id = $3 and expires_at <= $5
     )
     insert into session (school_id, token_hash, person_id, csrf_token, created_at, seen_at, expires_at, method, device, address, awaits)
     values ($1, $2, $3, $4, $5::timestamptz, $5, $5::timestamptz + make_interval(mins => $6), $7, $8, $9, $10)`,
    [schoolId, hashOf(token), id, csrfToken, now, minutes, method, device, address, awaits],
  );
  return { token, csrfToken };
}

/** Starts a session under a new token and throws away those of the person that are over. */
export const openSession = (
  db: Database,
  person: Person,
  now: Date,
  { absoluteHours }: SessionLimits,
  origin: SessionOrigin = unknownOrigin,
): Promise<OpenedSession> => open(db, person, now, absoluteHours * 60, origin, null);

/** Starts what becomes a session by one more step; it opens nothing until then, and lasts some minutes. */
export const openPendingSession = (
  db: Database,
  person: Person,
  now: Date,
  minutes: number,
  origin: SessionOrigin,
  awaits: SignInStep,
): Promise<OpenedSession> => open(db, person, now, minutes, origin, awaits);

interface SessionRow extends Person, SessionOrigin {
  sessionId: number;
  schoolName: string;
  timeZone: string;
  csrfToken: string;
  seenAt: Date;
  expiresAt: Date;
}

/** The session behind a token if it is neither idle too long, nor over, nor of a disabled person, nor waiting for a second step. */
export async function findSession(
  db: Database,
  schoolId: string,
  token: string,
  now: Date,
  { idleMinutes }: SessionLimits,
): Promise<StandingSession | undefined> {
  const row = await sqlOne<SessionRow>(
    db,
    schoolId,
    `select p.id, p.email, p.name, p.role, s.school_id as "schoolId", school.name as "schoolName", school.time_zone as "timeZone",
            s.id as "sessionId", s.method, s.device, s.address,
            s.csrf_token as "csrfToken", s.seen_at as "seenAt", least(s.expires_at, $3::timestamptz + make_interval(mins => $4)) as "expiresAt"
     from session s
     join person p on p.school_id = s.school_id and p.id = s.person_id and p.state = 'active'
     join school on school.school_id = s.school_id
     where s.school_id = $1 and s.token_hash = $2 and s.awaits is null
       and s.expires_at > $3 and s.seen_at > $3::timestamptz - make_interval(mins => $4)`,
    [schoolId, hashOf(token), now, idleMinutes],
  );
  if (!row) return undefined;
  const { id, email, name, role, sessionId, schoolName, timeZone, method, device, address, csrfToken, seenAt, expiresAt } = row;
  return {
    id: sessionId,
    person: { id, schoolId, email, name, role },
    school: { id: schoolId, name: schoolName, timeZone },
    origin: { method, device, address },
    csrfToken,
    seenAt,
    expiresAt,
  };
}

/** What waits for a second step behind a token, if it is not over and the person is not disabled. */
export async function findPendingSession(db: Database, schoolId: string, token: string, now: Date): Promise<PendingSession | undefined> {
  const row = await sqlOne<Person & SessionOrigin & { awaits: SignInStep }>(
    db,
    schoolId,
    `select p.id, p.email, p.name, p.role, s.school_id as "schoolId", s.awaits, s.method, s.device, s.address
     from session s join person p on p.school_id = s.school_id and p.id = s.person_id and p.state = 'active'
     where s.school_id = $1 and s.token_hash = $2 and s.awaits is not null and s.expires_at > $3`,
    [schoolId, hashOf(token), now],
  );
  if (!row) return undefined;
  const { awaits, method, device, address, ...person } = row;
  return { person, awaits, origin: { method, device, address } };
}

/** Notes that a session was used, which is what keeps it from going idle. */
export async function touchSession(db: Database, schoolId: string, token: string, now: Date): Promise<void> {
  await sql(db, schoolId, 'update session set seen_at = $3 where school_id = $1 and token_hash = $2', [schoolId, hashOf(token), now]);
}

/** Ends a session; nothing happens when it is over already. */
export async function closeSession(db: Database, schoolId: string, token: string): Promise<void> {
  await sql(db, schoolId, 'delete from session where school_id = $1 and token_hash = $2', [schoolId, hashOf(token)]);
}

/** A session as its person sees it in a list. */
export interface SessionListRow extends SessionOrigin {
  id: number;
  createdAt: Date;
  seenAt: Date;
}

/** The sessions of a person that are not over, the last used first. */
export const listSessions = (
  db: Database,
  schoolId: string,
  personId: number,
  now: Date,
  { idleMinutes }: SessionLimits,
): Promise<SessionListRow[]> =>
  sql(
    db,
    schoolId,
    `select id, method, device, address, created_at as "createdAt", seen_at as "seenAt" from session
     where school_id = $1 and person_id = $2 and awaits is null
       and expires_at > $3 and seen_at > $3::timestamptz - make_interval(mins => $4)
     order by seen_at desc, id desc`,
    [schoolId, personId, now, idleMinutes],
  );

/** Which sessions of a person to end: one, all but one, or all. */
export type SessionsToEnd = { id: number } | { exceptId: number } | 'all';

/** Ends sessions of a person; answers with the CSRF tokens of those that ended, by which open streams know them. */
export async function endSessions(db: Database, schoolId: string, personId: number, which: SessionsToEnd): Promise<string[]> {
  const [id, exceptId] = which === 'all' ? [null, null] : 'id' in which ? [which.id, null] : [null, which.exceptId];
  const ended = await sql<{ csrfToken: string; awaits: string | null }>(
    db,
    schoolId,
    `delete from session where school_id = $1 and person_id = $2
       and ($3::integer is null or id = $3) and ($4::integer is null or id <> $4)
     returning csrf_token as "csrfToken", awaits`,
    [schoolId, personId, id, exceptId],
  );
  return ended.filter(({ awaits }) => awaits === null).map(({ csrfToken }) => csrfToken);
}
