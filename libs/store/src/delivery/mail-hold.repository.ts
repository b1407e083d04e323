import type { WaitingMail } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import { endLapsedTries } from './claim-delivery.js';

/** Why the mail of a school waits for a person. */
export interface MailHold {
  /** When the school was restored. */
  since: Date;
  /** The instant the backup is as of. */
  backupAt: Date;
  /** Deliveries that would go out now. */
  waiting: number;
}

/** Holds all mail of a school that was restored: what went out after the backup would be due a second time. */
export async function holdMail(db: Database, schoolId: string, { since, backupAt }: Omit<MailHold, 'waiting'>): Promise<void> {
  await sql(
    db,
    schoolId,
    `insert into mail_hold (school_id, since, backup_at) values ($1, $2, $3)
     on conflict (school_id) do update set since = excluded.since, backup_at = excluded.backup_at`,
    [schoolId, since, backupAt],
  );
}

/** Why the mail of a school waits; undefined when it goes out. */
export const findMailHold = (db: Database, schoolId: string): Promise<MailHold | undefined> =>
  sqlOne(
    db,
    schoolId,
    `select h.since, h.backup_at as "backupAt",
            (select count(*) from delivery d where d.school_id = h.school_id and d.state in ('due', 'sending')) as waiting
     from mail_hold h where h.school_id = $1`,
    [schoolId],
  );

// Whoever had a try when the backup was taken is gone, however often it was tried.
const everyTry = 1_000_000;

/**
 * Lets the mail of a restored school go on: what waits is due now, or is left out for good. Answers with the ids of what waited; undefined when
 * nothing was held. Call it in a transaction and ring after it.
 */
export async function releaseMail(db: Database, schoolId: string, waiting: WaitingMail): Promise<number[] | undefined> {
  if (!(await sqlOne(db, schoolId, 'delete from mail_hold where school_id = $1 returning school_id', [schoolId]))) return undefined;
  await endLapsedTries(db, schoolId, everyTry);
  const waited = await sql<{ id: number }>(
    db,
    schoolId,
    waiting === 'send'
      ? `update delivery set due_at = least(due_at, clock_timestamp()), rung_at = clock_timestamp() where school_id = $1 and state = 'due' returning id`
      : `update delivery set state = 'skipped', reason = 'restored', ended_at = clock_timestamp() where school_id = $1 and state = 'due' returning id`,
    [schoolId],
  );
  return waited.map(({ id }) => id);
}
