import type { ApplicantRecord, SpecialtyPlan } from '@matchwatch/domain';
import type { Turn } from './turn.js';

/**
 * A program list in the compact form of a generated life: line `i` is register entry `entries[i]`; the first lines are signalled (gold, then
 * silver, then of a single tier); line `i` is invited and interviewed on the day numbers at `i`, where there are any.
 */
export interface ProgramPlan {
  readonly entries: readonly number[];
  readonly gold: number;
  readonly silver: number;
  readonly single: number;
  readonly invitedOn: readonly number[];
  readonly interviewOn: readonly number[];
}

/** When facts that carry no day of their own become known; day numbers and lengths in days. */
export interface Pace {
  readonly advisorFrom: number;
  /** Before this day the school has no examination of this applicant on file. */
  readonly examsFrom: number;
  /** Before these days the school has not recorded the day of graduation and the visa need. */
  readonly graduationFrom: number;
  readonly visaFrom: number;
  readonly bookedAhead: number;
  readonly resultAfter: number;
  readonly gradeAfter: number;
  readonly uploadAfter: number;
  readonly decidesOn: number;
  readonly backupsOn: number;
  /** The plan as it was before this day, when a meeting changed it; it tells no fact that the final plan does not tell. */
  readonly advisedOn?: number;
  readonly firstPlan?: SpecialtyPlan;
  readonly draftOn: number;
  readonly finalOn: number;
  readonly mocksFrom: number;
  readonly listFrom: number;
  readonly listBy: number;
  readonly contingencyOn: number;
  /** The list of a generated life; a life made from a written record keeps its list in the record. */
  readonly programs?: ProgramPlan;
}

/** A whole life course: the record as it stands when the season is over, and the pace at which it came to be known. */
export interface Life {
  readonly record: ApplicantRecord;
  readonly pace: Pace;
  /** Before this day number the school does not know of the applicant; from the beginning when absent. */
  readonly arrivesOn?: number;
  /** In the order of their days. */
  readonly turns?: readonly Turn[];
}
