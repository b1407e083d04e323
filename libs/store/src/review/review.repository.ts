import type { Day, Disagreement, FindingLevel, Review, ReviewableFlag, ReviewDecisionKind, ReviewState } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import { holdPublishingBack } from '../run/publish-lock.js';
import { openFlagsWithReviews, reviewAggregates, setReviewColumns } from './review-sql.js';

/** An open flag with the review that stands, for whoever decides. */
export interface FlagToReview extends ReviewableFlag {
  id: number;
  review: Review | null;
}

/** A decision about one flag, ready to be written. */
export interface DecidedReview extends Review {
  flagId: number;
  code: string;
  decision: ReviewDecisionKind;
  because: Disagreement | null;
  note: string | null;
}

/** The last decision about any flag of an applicant, and by whom: what a second person is told who decides at the same time. */
export interface LastDecision {
  by: string;
  at: Date;
  code: string;
  decision: ReviewDecisionKind;
}

/** What became of the attempt to be the next who decides about an applicant's flags. */
export type RevisionOutcome =
  | { outcome: 'taken'; revision: number }
  | { outcome: 'conflict'; revision: number; last: LastDecision | undefined };

/**
 * Takes the next revision of an applicant's reviews when the one that was looked at still stands, and holds it until the transaction ends:
 * whoever comes second is told. Undefined where there is no such applicant.
 */
export async function takeReviewRevision(
  db: Database,
  schoolId: string,
  applicantId: number,
  expected: number,
): Promise<RevisionOutcome | undefined> {
  await holdPublishingBack(db, schoolId);
  const taken = await sqlOne<{ revision: number }>(
    db,
    schoolId,
    `update applicant_summary set review_revision = review_revision + 1
     where school_id = $1 and applicant_id = $2 and review_revision = $3 returning review_revision as revision`,
    [schoolId, applicantId, expected],
  );
  if (taken) return { outcome: 'taken', revision: taken.revision };
  const standing = await sqlOne<{ revision: number }>(
    db,
    schoolId,
    'select review_revision as revision from applicant_summary where school_id = $1 and applicant_id = $2',
    [schoolId, applicantId],
  );
  if (!standing) return undefined;
  const last = await sqlOne<LastDecision>(
    db,
    schoolId,
    `select p.name as by, e.decided_at as at, e.rule_code as code, e.decision
     from review_event e join person p on p.school_id = e.school_id and p.id = e.decided_by
     where e.school_id = $1 and e.applicant_id = $2 order by e.id desc limit 1`,
    [schoolId, applicantId],
  );
  return { outcome: 'conflict', revision: standing.revision, last };
}

/** The flags of an applicant that are open among those asked for, with their reviews; locked, so that no run moves them meanwhile. */
export const listFlagsToReview = (
  db: Database,
  schoolId: string,
  applicantId: number,
  flagIds: readonly number[],
): Promise<FlagToReview[]> =>
  sql(
    db,
    schoolId,
    `select flag.id, flag.rule_code as code, flag.level, flag.risen_on as "risenOn",
            case when review.flag_id is not null
                 then json_build_object('state', review.state, 'level', review.level, 'on', review.decided_on, 'until', review.until_on,
                                        'assignedTo', review.assigned_to) end as review
     from flag left join review on review.school_id = flag.school_id and review.flag_id = flag.id
     where flag.school_id = $1 and flag.applicant_id = $2 and flag.closed_run is null and flag.id = any ($3::integer[])
     order by flag.id for update of flag`,
    [schoolId, applicantId, flagIds],
  );

/** Writes decisions about flags of one applicant, each with its line of history, and what the queue says of the applicant. Run it in a transaction. */
export async function saveReviews(
  db: Database,
  schoolId: string,
  applicantId: number,
  decided: readonly DecidedReview[],
  { by, at }: { by: number; at: Date },
): Promise<void> {
  const rows = JSON.stringify(
    decided.map((each) => [
      each.flagId,
      each.code,
      each.decision,
      each.state,
      each.level,
      each.on,
      each.until,
      each.assignedTo,
      each.because,
      each.note,
    ]),
  );
  await sql(
    db,
    schoolId,
    `with decided as (
       select (d ->> 0)::integer as flag_id, d ->> 1 as rule_code, d ->> 2 as decision, d ->> 3 as state, d ->> 4 as level, (d ->> 5)::date as decided_on,
              (d ->> 6)::date as until_on, (d ->> 7)::integer as assigned_to, d ->> 8 as because, d ->> 9 as note
       from jsonb_array_elements($3::jsonb) as d
     ), told as (
       insert into review_event (school_id, flag_id, applicant_id, rule_code, decision, state, level, decided_on, until_on, assigned_to, because, note,
                                 decided_by, decided_at)
       select $1, flag_id, $2, rule_code, decision, state, level, decided_on, until_on, assigned_to, because, note, $4, $5::timestamptz from decided
     )
     insert into review (school_id, flag_id, applicant_id, rule_code, state, level, decided_on, until_on, assigned_to, because, note, decided_by, decided_at)
     select $1, flag_id, $2, rule_code, state, level, decided_on, until_on, assigned_to, because, note, $4, $5::timestamptz from decided
     on conflict (school_id, flag_id) do update
       set state = excluded.state, level = excluded.level, decided_on = excluded.decided_on, until_on = excluded.until_on,
           assigned_to = excluded.assigned_to, because = excluded.because, note = excluded.note, decided_by = excluded.decided_by,
           decided_at = excluded.decided_at`,
    [schoolId, applicantId, rows, by, at],
  );
  await refreshReviewColumns(db, schoolId, [applicantId]);
}

/** Brings what the queue says of some applicants up to date with their open flags and reviews. */
export const refreshReviewColumns = (db: Database, schoolId: string, applicantIds: readonly number[]): Promise<unknown> =>
  sql(
    db,
    schoolId,
    `update applicant_summary s set ${setReviewColumns('waiting')}
     from unnest($2::integer[]) as asked(id)
     cross join lateral (select ${reviewAggregates()} from ${openFlagsWithReviews('$1', 'asked.id')}) as waiting
     where s.school_id = $1 and s.applicant_id = asked.id`,
    [schoolId, applicantIds],
  );

/** The revision of an applicant's reviews that a decision is based on. */
export const findReviewRevision = async (db: Database, schoolId: string, applicantId: number): Promise<number | undefined> =>
  (
    await sqlOne<{ revision: number }>(
      db,
      schoolId,
      'select review_revision as revision from applicant_summary where school_id = $1 and applicant_id = $2',
      [schoolId, applicantId],
    )
  )?.revision;

/** A person as reviews name them. */
export interface NamedPerson {
  id: number;
  name: string;
}

/** The review of a flag as it stands, with names. */
export interface ReviewRow {
  flagId: number;
  state: ReviewState;
  level: FindingLevel;
  on: Day;
  until: Day | null;
  assignedTo: NamedPerson | null;
  because: Disagreement | null;
  note: string | null;
  by: string;
  at: Date;
}

/** SQL: the columns of a `ReviewRow` but its flag, as JSON, from `review` with people `decider` and `assignee`. */
const reviewJson = `json_build_object('state', review.state, 'level', review.level, 'on', review.decided_on, 'until', review.until_on,
  'assignedTo', case when assignee.id is not null then json_build_object('id', assignee.id, 'name', assignee.name) end,
  'because', review.because, 'note', review.note, 'by', decider.name, 'at', review.decided_at)`;

/** SQL: the people of `review`. */
const reviewPeople = `
  left join person decider on decider.school_id = review.school_id and decider.id = review.decided_by
  left join person assignee on assignee.school_id = review.school_id and assignee.id = review.assigned_to`;

/** The reviews of an applicant's flags, open and closed. */
export async function listReviews(
  db: Database,
  schoolId: string,
  applicantIds: readonly number[],
): Promise<(ReviewRow & { applicantId: number })[]> {
  const rows = await sql<{ flagId: number; applicantId: number; review: Omit<ReviewRow, 'flagId' | 'at'> & { at: string } }>(
    db,
    schoolId,
    `select review.flag_id as "flagId", review.applicant_id as "applicantId", ${reviewJson} as review
     from review ${reviewPeople} where review.school_id = $1 and review.applicant_id = any ($2::integer[])`,
    [schoolId, applicantIds],
  );
  return rows.map(({ flagId, applicantId, review }) => ({ flagId, applicantId, ...review, at: new Date(review.at) }));
}

/** A decision of an applicant's history. */
export interface ReviewEventRow {
  id: number;
  flagId: number;
  code: string;
  decision: ReviewDecisionKind;
  state: ReviewState;
  level: FindingLevel;
  on: Day;
  until: Day | null;
  assignedTo: string | null;
  because: Disagreement | null;
  note: string | null;
  by: string;
  at: Date;
}

const mostEvents = 500;

/** Every decision about the flags of an applicant, newest first. */
export const listReviewEvents = (db: Database, schoolId: string, applicantId: number): Promise<ReviewEventRow[]> =>
  sql(
    db,
    schoolId,
    `select e.id, e.flag_id as "flagId", e.rule_code as code, e.decision, e.state, e.level, e.decided_on as "on", e.until_on as until,
            assignee.name as "assignedTo", e.because, e.note, decider.name as by, e.decided_at as at
     from review_event e
     join person decider on decider.school_id = e.school_id and decider.id = e.decided_by
     left join person assignee on assignee.school_id = e.school_id and assignee.id = e.assigned_to
     where e.school_id = $1 and e.applicant_id = $2 order by e.id desc limit ${mostEvents}`,
    [schoolId, applicantId],
  );
