import {
  type AttemptOutcome,
  type Day,
  type DeliveryState,
  type DeliveryTurn,
  deliveryAfter,
  type MailedReport,
  type MailFault,
  type Omission,
} from '@matchwatch/domain';
import { type Database, type DataSource, sql, sqlOne } from '../database.js';

/** A delivery that one worker holds, with what it needs to know to send it. */
export interface ClaimedDelivery {
  id: number;
  /** The number of this try; whoever has another one no longer holds the delivery. */
  attempt: number;
  report: MailedReport;
  period: Day;
  personId: number;
  season: number | null;
  viewId: number | null;
  editionId: number | null;
  eventsAfter: number | null;
  eventsUpto: number | null;
  /** Whether a person wants it sent, whatever the recipient gets by themselves. */
  askedAgain: boolean;
}

// A restored school sends nothing by itself.
const isNotHeld = 'not exists (select from mail_hold h where h.school_id = $1)';

/** Takes a delivery that is due for one try, for as long as a lease of some seconds; undefined when it is not due, is held or another has it. */
export const claimDelivery = (db: Database, schoolId: string, id: number, leaseSeconds: number): Promise<ClaimedDelivery | undefined> =>
  sqlOne(
    db,
    schoolId,
    `with next as (
       select school_id, id from delivery
       where school_id = $1 and id = $2 and state = 'due' and due_at <= clock_timestamp() and ${isNotHeld} for update skip locked
     ), claimed as (
       update delivery d
       set state = 'sending', tries = tries + 1, attempts = attempts + 1, lease_until = clock_timestamp() + make_interval(secs => $3), reason = null
       from next where d.school_id = next.school_id and d.id = next.id
       returning d.*
     ), tried as (
       insert into delivery_attempt (school_id, delivery_id, no) select school_id, id, attempts from claimed returning no
     )
     select id, no as attempt, report, period, person_id as "personId", season, view_id as "viewId", edition_id as "editionId",
            events_after as "eventsAfter", events_upto as "eventsUpto", asked_again as "askedAgain"
     from claimed, tried`,
    [schoolId, id, leaseSeconds],
  );

/** Which try at which delivery. */
export type Try = Pick<ClaimedDelivery, 'id' | 'attempt'>;

/**
 * Notes which edition a delivery sends, and for whose applicants. False when it was begun for others: what the edition counts is not, or not
 * only, about those the recipient sees now.
 */
export async function noteEdition(
  db: Database,
  schoolId: string,
  { id, attempt }: Try,
  editionId: number,
  scopeDigest: string,
): Promise<boolean> {
  const noted = await sqlOne(
    db,
    schoolId,
    `update delivery set edition_id = $4, scope_digest = coalesce(scope_digest, $5)
     where school_id = $1 and id = $2 and attempts = $3 and state = 'sending' and coalesce(scope_digest, $5) = $5 returning id`,
    [schoolId, id, attempt, editionId, scopeDigest],
  );
  return noted !== undefined;
}

/**
 * Writes down that the content of a try is about to leave, and holds the delivery for another lease. False when the lease is over: somebody
 * else may have it, and nothing must leave.
 */
export async function beginContent(
  db: Database,
  schoolId: string,
  { id, attempt }: Try,
  { messageId, leaseSeconds }: { messageId: string; leaseSeconds: number },
): Promise<boolean> {
  const begun = await sqlOne(
    db,
    schoolId,
    `with held as (
       update delivery set lease_until = clock_timestamp() + make_interval(secs => $4)
       where school_id = $1 and id = $2 and attempts = $3 and state = 'sending' and lease_until > clock_timestamp()
       returning school_id, id, attempts
     )
     update delivery_attempt a set content_at = clock_timestamp(), message_id = $5
     from held where a.school_id = held.school_id and a.delivery_id = held.id and a.no = held.attempts
     returning a.no`,
    [schoolId, id, attempt, leaseSeconds, messageId],
  );
  return begun !== undefined;
}

/** How a try ended. */
export type TryEnd =
  | { turn: 'accepted'; reply?: Reply | undefined }
  | { turn: 'deferred' | 'refused'; fault: MailFault; reply?: Reply | undefined }
  | { turn: 'broken-off'; fault: MailFault }
  | { turn: 'omitted'; because: Omission };

export interface Reply {
  code: number;
  text: string;
}

const outcomes: Readonly<Record<Exclude<TryEnd['turn'], 'omitted'>, AttemptOutcome>> = {
  accepted: 'accepted',
  deferred: 'deferred',
  refused: 'refused',
  'broken-off': 'uncertain',
};

/**
 * Writes down how a try ended and what becomes of its delivery: what is put off is due again after the wait of its turn, and fails when there
 * is none left. What a worker says whose lease was over counts only as far as it makes the uncertain certain. Answers with where it stands.
 */
export function endTry(
  database: DataSource,
  schoolId: string,
  { id, attempt }: Try,
  end: TryEnd,
  retrySeconds: readonly number[],
): Promise<DeliveryState | undefined> {
  return database.transaction(async (db) => {
    const standing = await sqlOne<{ state: DeliveryState; tries: number }>(
      db,
      schoolId,
      'select state, tries from delivery where school_id = $1 and id = $2 and attempts = $3 for update',
      [schoolId, id, attempt],
    );
    if (!standing) return undefined;
    const wait = retrySeconds[standing.tries - 1];
    const isLast = end.turn === 'deferred' && (wait === undefined || standing.state === 'uncertain');
    const turn: DeliveryTurn = isLast ? 'refused' : end.turn;
    const state = deliveryAfter(standing.state, turn);
    if (!state) return standing.state;
    if (end.turn === 'omitted') {
      // Nothing was tried.
      await sql(db, schoolId, 'delete from delivery_attempt where school_id = $1 and delivery_id = $2 and no = $3', [
        schoolId,
        id,
        attempt,
      ]);
    } else {
      const fault = 'fault' in end ? end.fault : null;
      const reply = 'reply' in end ? end.reply : undefined;
      await sql(
        db,
        schoolId,
        `update delivery_attempt set outcome = $4, fault = $5, reply_code = $6, reply = $7, ended_at = clock_timestamp()
         where school_id = $1 and delivery_id = $2 and no = $3`,
        [schoolId, id, attempt, outcomes[end.turn], fault, reply?.code ?? null, reply?.text ?? null],
      );
    }
    const reason = end.turn === 'omitted' ? end.because : 'fault' in end ? end.fault : null;
    await sql(
      db,
      schoolId,
      `update delivery
       set state = $4, reason = $5, lease_until = null, ended_at = case when $4 = 'due' then null else clock_timestamp() end,
           due_at = case when $4 = 'due' then clock_timestamp() + make_interval(secs => $6) else due_at end,
           attempts = attempts - $7
       where school_id = $1 and id = $2 and attempts = $3`,
      [schoolId, id, attempt, state, reason, wait ?? 0, end.turn === 'omitted' ? 1 : 0],
    );
    return state;
  });
}

/**
 * Counts a try at the door of the mail server for everything else of the school that is due now: the server would not have listened to them
 * either, and they wait for their turn instead of each knocking by itself. Answers with how many.
 */
export async function deferWaiting(db: Database, schoolId: string, fault: MailFault, retrySeconds: readonly number[]): Promise<number> {
  const waiting = await sql(
    db,
    schoolId,
    `with waiting as (
       select school_id, id from delivery where school_id = $1 and state = 'due' and due_at <= clock_timestamp() for update skip locked
     ), put_off as (
       update delivery d
       set tries = tries + 1, attempts = attempts + 1, reason = $2,
           state = case when tries < cardinality($3::integer[]) then 'due' else 'failed' end,
           ended_at = case when tries < cardinality($3::integer[]) then null else clock_timestamp() end,
           due_at = clock_timestamp() + make_interval(secs => coalesce(($3::integer[])[tries + 1], 0))
       from waiting where d.school_id = waiting.school_id and d.id = waiting.id
       returning d.school_id, d.id, d.attempts
     )
     insert into delivery_attempt (school_id, delivery_id, no, ended_at, outcome, fault)
     select school_id, id, attempts, clock_timestamp(), 'deferred', $2 from put_off
     returning no`,
    [schoolId, fault, retrySeconds],
  );
  return waiting.length;
}

/**
 * Takes deliveries back from workers whose lease is over: due again when no content had left, else uncertain, for a person to decide. One
 * that stopped its worker as often as there are tries has failed. Answers with how many there were.
 */
export async function endLapsedTries(db: Database, schoolId: string, mostTries: number): Promise<number> {
  const lapsed = await sql(
    db,
    schoolId,
    `with lapsed as (
       select d.school_id, d.id, d.attempts, a.content_at is not null as left_us,
              case when a.content_at is not null then 'uncertain' when d.tries > $2 then 'failed' else 'due' end as state
       from delivery d
       join delivery_attempt a on a.school_id = d.school_id and a.delivery_id = d.id and a.no = d.attempts
       where d.school_id = $1 and d.state = 'sending' and d.lease_until < clock_timestamp()
       for update of d skip locked
     ), tried as (
       update delivery_attempt a
       set outcome = case when left_us then 'uncertain' else 'interrupted' end, fault = 'worker-stopped', ended_at = clock_timestamp()
       from lapsed where a.school_id = lapsed.school_id and a.delivery_id = lapsed.id and a.no = lapsed.attempts
     )
     update delivery d
     set state = lapsed.state, reason = 'worker-stopped', lease_until = null, due_at = clock_timestamp(),
         ended_at = case when lapsed.state = 'due' then null else clock_timestamp() end
     from lapsed where d.school_id = lapsed.school_id and d.id = lapsed.id
     returning d.id`,
    [schoolId, mostTries],
  );
  return lapsed.length;
}

/** Takes what has been due for a while and marks it rung; two sweepers never take the same one. */
export const takeDueDeliveries = async (db: Database, schoolId: string, idleSeconds: number): Promise<number[]> =>
  (
    await sql<{ id: number }>(
      db,
      schoolId,
      `with due as (
         select school_id, id from delivery
         where school_id = $1 and state = 'due' and due_at <= clock_timestamp() and ${isNotHeld}
           and (rung_at < due_at or rung_at < clock_timestamp() - make_interval(secs => $2))
         order by due_at limit 200 for update skip locked
       )
       update delivery d set rung_at = clock_timestamp() from due where d.school_id = due.school_id and d.id = due.id returning d.id`,
      [schoolId, idleSeconds],
    )
  ).map(({ id }) => id);
