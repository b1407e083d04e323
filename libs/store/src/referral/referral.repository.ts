import type { Day, ReferralKind, ReferralState } from '@matchwatch/domain';
import { type CaseworkOutcome, type Mark, whyNothing } from '../casework/write-outcome.js';
import { type Database, sql, sqlOne } from '../database.js';

/** A referral as it stands. */
export interface ReferralRow {
  id: number;
  applicantId: number;
  checkInId: number | null;
  kind: ReferralKind;
  /** Seen by people with the right to wellbeing alone. */
  restricted: boolean;
  state: ReferralState;
  madeOn: Day;
  dueOn: Day;
  acceptedOn: Day | null;
  endedOn: Day | null;
  outcome: string | null;
  note: string | null;
  version: number;
  madeBy: string;
}

const referralColumns = `
  r.id, r.applicant_id as "applicantId", r.check_in_id as "checkInId", r.kind, r.restricted, r.state, r.made_on as "madeOn", r.due_on as "dueOn",
  r.accepted_on as "acceptedOn", r.ended_on as "endedOn", r.outcome, r.note, r.version,
  (select p.name from person p where p.school_id = r.school_id and p.id = r.made_by) as "madeBy"`;

export interface NewReferral {
  kind: ReferralKind;
  restricted: boolean;
  madeOn: Day;
  dueOn: Day;
  note: string | null;
  /** The check-in that it follows. */
  checkInId: number | null;
}

/** Writes a referral; answers with its id, or undefined when it follows a check-in that the applicant does not have. */
export async function addReferral(
  db: Database,
  schoolId: string,
  applicantId: number,
  { kind, restricted, madeOn, dueOn, note, checkInId }: NewReferral,
  { by, at }: Mark,
): Promise<number | undefined> {
  const added = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `insert into referral (school_id, applicant_id, check_in_id, kind, restricted, state, made_on, due_on, note, made_by, created_at, changed_at)
     select $1, $2, $3, $4, $5, 'made', $6, $7, $8, $9, $10, $10
     where $3::integer is null or exists (select from check_in where school_id = $1 and applicant_id = $2 and id = $3)
     returning id`,
    [schoolId, applicantId, checkInId, kind, restricted, madeOn, dueOn, note, by, at],
  );
  return added?.id;
}

export interface ReferralChange {
  state: ReferralState;
  dueOn: Day;
  acceptedOn: Day | null;
  endedOn: Day | null;
  outcome: string | null;
}

/** Changes how a referral stands, when it stands in one of the states that the new one may follow. */
export async function changeReferral(
  db: Database,
  schoolId: string,
  { applicantId, id, version }: { applicantId: number; id: number; version: number },
  { state, dueOn, acceptedOn, endedOn, outcome }: ReferralChange,
  from: readonly ReferralState[],
  { at }: Mark,
): Promise<CaseworkOutcome> {
  const changed = await sqlOne<{ version: number }>(
    db,
    schoolId,
    `update referral set state = $5, due_on = $6, accepted_on = $7, ended_on = $8, outcome = $9, version = version + 1, changed_at = $10
     where school_id = $1 and applicant_id = $2 and id = $3 and version = $4 and state = any ($11::text[]) returning version`,
    [schoolId, applicantId, id, version, state, dueOn, acceptedOn, endedOn, outcome, at, from],
  );
  if (changed) return { outcome: 'saved', version: changed.version };
  return whyNothing(await findReferral(db, schoolId, applicantId, id), version);
}

/** One referral of an applicant; undefined when there is none. */
export const findReferral = (db: Database, schoolId: string, applicantId: number, id: number): Promise<ReferralRow | undefined> =>
  sqlOne(db, schoolId, `select ${referralColumns} from referral r where r.school_id = $1 and r.applicant_id = $2 and r.id = $3`, [
    schoolId,
    applicantId,
    id,
  ]);

/** The referrals of an applicant, the latest first. */
export const listReferralsOf = (db: Database, schoolId: string, applicantId: number): Promise<ReferralRow[]> =>
  sql(
    db,
    schoolId,
    `select ${referralColumns} from referral r where r.school_id = $1 and r.applicant_id = $2 order by r.made_on desc, r.id desc`,
    [schoolId, applicantId],
  );

/** How an applicant said they are, and when a referral followed. */
export interface CheckInRow {
  id: number;
  on: Day;
  asksHelp: boolean;
  note: string | null;
  notedBy: string;
  referredOn: Day | null;
}

/** Notes a check-in; answers with its id. */
export async function addCheckIn(
  db: Database,
  schoolId: string,
  applicantId: number,
  { on, asksHelp, note }: { on: Day; asksHelp: boolean; note: string | null },
  { by, at }: Mark,
): Promise<number> {
  const added = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `insert into check_in (school_id, applicant_id, on_day, asks_help, note, noted_by, noted_at) values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [schoolId, applicantId, on, asksHelp, note, by, at],
  );
  if (!added) throw new Error('A check-in was written and has no id');
  return added.id;
}

/** SQL: when a referral followed a check-in: one that says so, or a restricted one that was made since. */
export const referredOnSql = (c: string): string => `
  (select min(r.made_on) from referral r
   where r.school_id = ${c}.school_id and r.applicant_id = ${c}.applicant_id and r.state <> 'withdrawn'
     and (r.check_in_id = ${c}.id or (r.restricted and r.check_in_id is null and r.made_on >= ${c}.on_day)))`;

/** The check-ins of an applicant, the latest first. */
export const listCheckInsOf = (db: Database, schoolId: string, applicantId: number): Promise<CheckInRow[]> =>
  sql(
    db,
    schoolId,
    `select c.id, c.on_day as "on", c.asks_help as "asksHelp", c.note, p.name as "notedBy",
            ${referredOnSql('c')} as "referredOn"
     from check_in c join person p on p.school_id = c.school_id and p.id = c.noted_by
     where c.school_id = $1 and c.applicant_id = $2 order by c.on_day desc, c.id desc`,
    [schoolId, applicantId],
  );
