import { type ApplicantRecord, type Exam, type ExamName, examNames, type SpecialtyKey } from '@matchwatch/domain';
import type { ScoreScale } from '@matchwatch/risk-policy';
import { ApplicantView } from '../view/applicant-view.js';
import { ViewPolicy } from '../view/view-policy.js';
import { bookingOf, maySit } from './exam-families.js';
import type { ChangeSearch } from './smallest-changes.js';

/** One exam as somebody who tries changes sees it. */
export interface ExamToTry {
  readonly exam: ExamName;
  /** The sitting that programs see: the passed one, or else the latest; null before the first. */
  readonly sitting: Exam | null;
  readonly passed: boolean;
  /** Whether it may be sat: not passed, no result awaited, attempts left. */
  readonly maySit: boolean;
  readonly booking: Exam | null;
  /** Of the day of the search where it may be sat, else of the sitting; null where the policy knows none. */
  readonly passMark: number | null;
  readonly scale: ScoreScale;
}

/** Every exam as known on the day, in the order of the vocabulary; empty while the exams are unknown. */
export function examsToTry(record: ApplicantRecord, { policy, asOf, context = {} }: ChangeSearch): ExamToTry[] {
  const viewPolicy = new ViewPolicy(policy, asOf);
  const view = new ApplicantView(record, context, viewPolicy);
  const { exams } = view;
  if (exams === undefined) return [];
  return examNames.map((exam) => {
    const history = exams[exam];
    const seen = history.passing ?? history.latest;
    const may = maySit(history, view);
    return {
      exam,
      sitting: (seen && record.exams?.find((one) => one.exam === exam && one.takenOn === seen.takenOn)) ?? null,
      passed: history.passing !== undefined,
      maySit: may,
      booking: bookingOf(record.exams, asOf, exam),
      passMark: viewPolicy.passMark(exam, may || seen === undefined ? asOf : seen.takenOn) ?? null,
      scale: viewPolicy.scaleOf(exam),
    };
  });
}

/** The low end of a specialty's range on the day; null for one without a tier. */
export const rangeLow = (specialty: SpecialtyKey, { policy, asOf }: ChangeSearch): number | null =>
  new ViewPolicy(policy, asOf).tierOf(specialty)?.low ?? null;

/** Days that count as a month of experience. */
export const daysOfMonth = ({ policy, asOf }: ChangeSearch): number =>
  new ViewPolicy(policy, asOf).values['clinical.usce-short.month-days'];
