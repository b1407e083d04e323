import { findingLevels, findingRank, reviewedFrom, reviewStates, reviewTransitions, settledStates } from '@matchwatch/domain';

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');
const rankOf = (level: string): string => `array_position(array[${listed(findingLevels)}], ${level})`;
const reviewed = listed(findingLevels.filter((level) => findingRank[level] >= findingRank[reviewedFrom]));
const unsettled = listed(reviewStates.filter((state) => state !== 'snoozed' && !settledStates.has(state)));

/** SQL: what `asksForReview` says of an open flag. */
export const asksForReviewSql = (flag = 'flag'): string => `${flag}.level in (${reviewed}) and ${flag}.rule_code not like 'care.%'`;

const afterRising = `case review.state ${reviewStates.map((state) => `when '${state}' then '${reviewTransitions[state].risen}'`).join(' ')} end`;

const hasRisen = `(${rankOf('flag.level')} > ${rankOf('review.level')} or flag.risen_on > review.decided_on)`;

/**
 * SQL: what `stateOfReview` says of an open flag `flag` with its review `review` or none, on a day that is SQL; without one, of what is put
 * off that it still is.
 */
export const stateOfReviewSql = (day?: string): string => `
  case when review.flag_id is null then 'unreviewed' when ${hasRisen} then ${afterRising}
       ${day === undefined ? '' : `when review.until_on <= ${day} then '${reviewTransitions.snoozed['day-came']}' `}else review.state end`;

/** SQL: the day of `waitingSince` for a flag that waits. */
const waitsSince = `case when review.state = 'snoozed' and not ${hasRisen} then review.until_on else flag.risen_on end`;

/** SQL: whether a flag waits for a person, as `waitingSince` says. */
export const waitsSql = (day?: string): string => `(${asksForReviewSql()} and ${stateOfReviewSql(day)} in (${unsettled}))`;

/** SQL: the day since which a flag waits, or null. */
export const waitingSinceSql = (day: string): string => `case when ${waitsSql(day)} then ${waitsSince} end`;

/** SQL: the open flags of one applicant with their reviews, as `flag` and `review`; the reviews are looked up by the applicant, so that no plan reads all. */
export const openFlagsWithReviews = (schoolId: string, applicantId: string): string => `
  flag left join (
    select * from review r where r.school_id = ${schoolId} and r.applicant_id = ${applicantId}
  ) as review on review.flag_id = flag.id
  where flag.school_id = ${schoolId} and flag.applicant_id = ${applicantId} and flag.closed_run is null`;

/** The columns of a summary row that tell what waits for a review. */
export const reviewColumns = [
  'review_flags',
  'review_rank',
  'review_since',
  'review_due_on',
  'review_wakes_on',
  'review_people',
  'review_escalated',
  'review_nobody',
] as const;

/** SQL: those columns as aggregates over the open flags of an applicant with their reviews; on a day, or with what is put off left out. */
export function reviewAggregates(day?: string): string {
  const waits = waitsSql(day);
  const state = stateOfReviewSql(day);
  return `
    count(*) filter (where ${waits}) as review_flags,
    coalesce(max(${rankOf('flag.level')} - 1) filter (where ${waits}), 0) as review_rank,
    min(${waitsSince}) filter (where ${waits}) as review_since,
    min(flag.due_on) filter (where ${waits}) as review_due_on,
    min(review.until_on) filter (where ${asksForReviewSql()} and ${state} = 'snoozed') as review_wakes_on,
    coalesce(array_agg(distinct review.assigned_to) filter (where review.assigned_to is not null and ${waits}), '{}') as review_people,
    coalesce(array_agg(distinct review.assigned_to) filter (where review.assigned_to is not null and ${waits} and ${state} = 'escalated'), '{}') as review_escalated,
    coalesce(bool_or(review.assigned_to is null) filter (where ${waits}), false) as review_nobody`;
}

/** SQL: sets the columns of the summary row `s` from a row of aggregates. */
export const setReviewColumns = (from: string): string => reviewColumns.map((column) => `${column} = ${from}.${column}`).join(', ');
