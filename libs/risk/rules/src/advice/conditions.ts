import type { ExamName, ScoreCategory } from '@matchwatch/domain';
import type { ApplicantView } from '../view/applicant-view.js';

/** Category B or C: what asks for more than a broader list. */
export const isClearlyBelow = ({ category }: { readonly category: ScoreCategory | null }): boolean => category === 'B' || category === 'C';

/** The exam is still to be passed. */
export const isToPass = ({ passedOn }: { readonly passedOn: unknown }): boolean => passedOn === null;

/** The exam was passed after an attempt that was not. */
export const isPassed = ({ passedOn }: { readonly passedOn: unknown }): boolean => passedOn !== null;

/** Whether another attempt at a Step is allowed. */
export const hasAttemptsLeft = ({ exams, policy }: ApplicantView, exam: ExamName & ('step1' | 'step2ck' | 'step3')): boolean =>
  (exams?.[exam].attempts.length ?? 0) < policy.values['exam.attempts.maximum'];

/** Applications are still to be sent; so is assumed in a season whose calendar is not known. */
export const isBeforeSubmission = ({ season: { calendar }, policy: { asOf } }: ApplicantView): boolean =>
  calendar === undefined || asOf < calendar.submit;
