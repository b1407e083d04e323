import type { Day } from '@matchwatch/domain';
import type { SeasonLine } from '@matchwatch/risk-policy';
import type { ApplicantView } from './applicant-view.js';
import type { ExamHistory, Exams } from './exam-history.js';

/** Step 1, or COMLEX Level 1 for a DO who has taken or booked that and not Step 1. */
export const firstExam = ({ record }: ApplicantView, { step1, comlex1 }: Exams): ExamHistory =>
  record.applicantType === 'us-do' && !isUnderWay(step1) && isUnderWay(comlex1) ? comlex1 : step1;

/** Step 2 CK, or COMLEX Level 2 for a DO who has taken or booked that and not Step 2 CK. */
export const secondExam = ({ record }: ApplicantView, { step2ck, comlex2 }: Exams): ExamHistory =>
  record.applicantType === 'us-do' && !isUnderWay(step2ck) && isUnderWay(comlex2) ? comlex2 : step2ck;

const isUnderWay = (history: ExamHistory): boolean => history.taken || history.booking !== undefined;

/** Whether the first exam was passed, or is still to pass, at least `days` after the class usually takes it. */
export function firstExamIsLate(view: ApplicantView, exams: Exams, usual: SeasonLine, days: number): boolean {
  const lateFrom: Day = view.season.daysAfter(usual, days);
  const { passing } = firstExam(view, exams);
  return lateFrom <= (passing === undefined ? view.policy.asOf : passing.takenOn);
}
