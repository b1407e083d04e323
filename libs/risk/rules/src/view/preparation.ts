import type { ApplicantRecord, Day, PracticeExam } from '@matchwatch/domain';
import type { ScoreScale } from '@matchwatch/risk-policy';
import type { Booking, ExamHistory } from './exam-history.js';
import { paths } from './paths.js';
import type { ViewPolicy } from './view-policy.js';

/** The practice exams of one exam since it was last sat, up to the day of the assessment. */
export interface Preparation {
  readonly taken: number;
  readonly latest: PracticeExam | undefined;
  /** The latest whose score can be read on the exam's scale. */
  readonly scored: PracticeExam | undefined;
}

/** Reads the practice exams of an exam. */
export function readPreparation(
  practice: readonly PracticeExam[],
  { exam, latest: sitting }: ExamHistory,
  { lowest, highest }: ScoreScale,
  asOf: Day,
): Preparation {
  let taken = 0;
  let latest: PracticeExam | undefined;
  let scored: PracticeExam | undefined;
  for (const one of practice) {
    // Practice before an earlier sitting prepared that one, not the coming one.
    if (one.for !== exam || one.takenOn > asOf || (sitting !== undefined && one.takenOn <= sitting.takenOn)) continue;
    taken++;
    if (latest === undefined || one.takenOn >= latest.takenOn) latest = one;
    if (one.score < lowest || one.score > highest) continue;
    if (scored === undefined || one.takenOn >= scored.takenOn) scored = one;
  }
  return { taken, latest, scored };
}

/** The booked sitting of an exam that is not passed yet, when it falls on a day or before. */
export function comingSitting({ passing, booking }: ExamHistory, until: Day): Booking | undefined {
  return passing === undefined && booking !== undefined && booking.bookedFor <= until ? booking : undefined;
}

/** What is known of the study for the coming sitting; undefined when it is not known or was told of an earlier one. */
export function studyFor({ study }: ApplicantRecord, { latest }: ExamHistory): ApplicantRecord['study'] {
  const toldOn = study?.asOf;
  return toldOn !== undefined && latest !== undefined && toldOn <= latest.takenOn ? undefined : study;
}

/** The lines that a practice score is held against. */
export interface TargetLines {
  /** Days before the exam from which practice is compared. */
  readonly days: number;
  readonly margin: number;
  readonly gap: number;
}

/** A practice score below a line on the way to the target. */
export interface BelowTarget {
  readonly booking: Booking;
  readonly practice: PracticeExam;
  readonly passMark: number | null;
  readonly below: 'pass-mark' | 'reach' | 'target';
  /** The line the score lies below. */
  readonly line: number;
}

/** What practice says of the coming Step 2 CK: a path that is missing, or the highest line it misses, or undefined when it misses none. */
export function belowTarget(
  exams: { readonly step2ck: ExamHistory },
  practice: readonly PracticeExam[] | undefined,
  { low, missing }: { readonly low: number | null; readonly missing: string },
  { days, margin, gap }: TargetLines,
  policy: ViewPolicy,
): BelowTarget | string | undefined {
  const { step2ck } = exams;
  const booking = comingSitting(step2ck, policy.today.daysAfter(days));
  if (booking === undefined) return undefined;
  if (practice === undefined) return paths.practice;
  const { taken, scored } = readPreparation(practice, step2ck, policy.values['practice.scale.step2ck'], policy.asOf);
  if (scored === undefined) return taken === 0 ? undefined : paths.practiceScore;
  const { score } = scored;
  const passMark = policy.passMark('step2ck', booking.bookedFor) ?? null;
  const found = (below: BelowTarget['below'], line: number): BelowTarget => ({ booking, practice: scored, passMark, below, line });
  if (passMark !== null && score < passMark + margin) return found('pass-mark', passMark + margin);
  if (low === null) return missing;
  if (score < low - gap) return found('reach', low - gap);
  return score < low ? found('target', low) : undefined;
}
