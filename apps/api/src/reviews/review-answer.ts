import type { ApplicantReviews, FlagReview, ReviewEvent } from '@matchwatch/contracts';
import { type Area, type Day, type ReviewableFlag, stateOfReview, waitingSince } from '@matchwatch/domain';
import type { FlagRow, ReviewEventRow, ReviewRow } from '@matchwatch/store';

/** The area of a rule, from its code. */
export const areaOf = (code: string): Area => code.slice(0, code.indexOf('.')) as Area;

/** A review as it crosses HTTP, with where it stands on a day. */
export function toReview(flag: ReviewableFlag, row: ReviewRow | undefined, today: Day): FlagReview | null {
  if (!row) return null;
  const { state: decided, level, on, until, assignedTo, because, note, by, at } = row;
  return { state: stateOfReview(flag, row, today), decided, level, on, until, assignedTo, because, note, by, at: at.toISOString() };
}

/** Open flags with their reviews, as they are reviewed. */
export const toReviewedFlags = (flags: readonly FlagRow[], reviews: readonly ReviewRow[], today: Day): ApplicantReviews['flags'] =>
  flags
    .filter(({ closedOn }) => closedOn === null)
    .map((open) => {
      const { closedOn: _, ...flag } = open;
      const row = reviews.find(({ flagId }) => flagId === flag.id);
      return { ...flag, area: areaOf(flag.code), since: waitingSince(flag, row, today), review: toReview(flag, row, today) };
    });

/** A line of an applicant's review history as it crosses HTTP. */
export const toReviewEvent = ({ at, ...event }: ReviewEventRow): ReviewEvent => ({ ...event, at: at.toISOString() });
