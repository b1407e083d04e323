import type { Role } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import { hashOfSecret } from '../person/secret.js';

/** What is kept of a second factor; secrets are sealed by whoever saved them. */
export interface SecondFactor {
  /** The secret in use; null while none was confirmed. */
  secret: string | null;
  /** One that waits for its first code; null without one. */
  offered: string | null;
  confirmedAt: Date | null;
  /** Recovery codes that were not used yet. */
  recoveryCodes: number;
}

/** The second factor of a person, or undefined when they never began to set one up. */
export const findSecondFactor = (db: Database, schoolId: string, personId: number): Promise<SecondFactor | undefined> =>
  sqlOne(
    db,
    schoolId,
    `select secret, offered, confirmed_at as "confirmedAt",
            (select count(*) from recovery_code c where c.school_id = f.school_id and c.person_id = f.person_id) as "recoveryCodes"
     from second_factor f where school_id = $1 and person_id = $2`,
    [schoolId, personId],
  );

/** Keeps a secret until its first code confirms it; one that is in use stays so. */
export async function offerSecondFactor(db: Database, schoolId: string, personId: number, offered: string): Promise<void> {
  await sql(
    db,
    schoolId,
    `insert into second_factor (school_id, person_id, offered) values ($1, $2, $3)
     on conflict (school_id, person_id) do update set offered = excluded.offered`,
    [schoolId, personId, offered],
  );
}

/** Takes the offered secret into use if it is still this one; the time step of its first code counts as used. */
export async function confirmSecondFactor(
  db: Database,
  schoolId: string,
  personId: number,
  offered: string,
  step: number,
  at: Date,
): Promise<boolean> {
  const confirmed = await sqlOne(
    db,
    schoolId,
    `update second_factor set secret = offered, offered = null, confirmed_at = $5, last_step = $4, attempts = 0
     where school_id = $1 and person_id = $2 and offered = $3 returning person_id`,
    [schoolId, personId, offered, step, at],
  );
  return confirmed !== undefined;
}

/** Takes the time step of a code; false when that one or a later one was taken before, so that no code is accepted twice. */
export async function takeCodeStep(db: Database, schoolId: string, personId: number, step: number): Promise<boolean> {
  const taken = await sqlOne(
    db,
    schoolId,
    `update second_factor set last_step = $3 where school_id = $1 and person_id = $2 and secret is not null and last_step < $3
     returning person_id`,
    [schoolId, personId, step],
  );
  return taken !== undefined;
}

/** Takes a recovery code; false when there is none like it (any more). */
export async function takeRecoveryCode(db: Database, schoolId: string, personId: number, code: string): Promise<boolean> {
  const taken = await sqlOne(
    db,
    schoolId,
    'delete from recovery_code where school_id = $1 and person_id = $2 and code_hash = $3 returning person_id',
    [schoolId, personId, hashOfSecret(code)],
  );
  return taken !== undefined;
}

/** Gives a person recovery codes instead of those they had; only hashes are stored. Run it in a transaction. */
export async function saveRecoveryCodes(db: Database, schoolId: string, personId: number, codes: readonly string[]): Promise<void> {
  await sql(db, schoolId, 'delete from recovery_code where school_id = $1 and person_id = $2', [schoolId, personId]);
  await sql(db, schoolId, 'insert into recovery_code (school_id, person_id, code_hash) select $1, $2, unnest($3::text[])', [
    schoolId,
    personId,
    codes.map(hashOfSecret),
  ]);
}

/** Counts one attempt at a second factor before it is looked at; answers how many there were within the minutes. */
export async function countFactorAttempt(db: Database, schoolId: string, personId: number, now: Date, minutes: number): Promise<number> {
  const counted = await sqlOne<{ attempts: number }>(
    db,
    schoolId,
    `update second_factor set
       attempts = case when attempts_since > $3::timestamptz - make_interval(mins => $4) then attempts + 1 else 1 end,
       attempts_since = case when attempts_since > $3::timestamptz - make_interval(mins => $4) then attempts_since else $3 end
     where school_id = $1 and person_id = $2 returning attempts`,
    [schoolId, personId, now, minutes],
  );
  return counted?.attempts ?? 0;
}

/** Forgets the attempts after one that was right. */
export async function forgiveFactorAttempts(db: Database, schoolId: string, personId: number): Promise<void> {
  await sql(db, schoolId, 'update second_factor set attempts = 0 where school_id = $1 and person_id = $2', [schoolId, personId]);
}

/** Takes a second factor away with its recovery codes; false when there was none. */
export async function dropSecondFactor(db: Database, schoolId: string, personId: number): Promise<boolean> {
  const dropped = await sqlOne<{ secret: string | null }>(
    db,
    schoolId,
    'delete from second_factor where school_id = $1 and person_id = $2 returning secret',
    [schoolId, personId],
  );
  return typeof dropped?.secret === 'string';
}

/** The roles a school wants a second factor of. */
export async function findSecondFactorRoles(db: Database, schoolId: string): Promise<Role[]> {
  const found = await sqlOne<{ roles: Role[] }>(db, schoolId, 'select second_factor_roles as roles from school where school_id = $1', [
    schoolId,
  ]);
  return found?.roles ?? [];
}

export async function saveSecondFactorRoles(db: Database, schoolId: string, roles: readonly Role[]): Promise<void> {
  await sql(db, schoolId, 'update school set second_factor_roles = $2 where school_id = $1', [schoolId, roles]);
}
