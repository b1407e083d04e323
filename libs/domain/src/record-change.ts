import type { Day } from './day.js';
import type { ApplicantRecord, Exam, Experience, Letter, PracticeExam, ProgramChoice, ScholarlyWork, SpecialtyPlan } from './record.js';
import type { SpecialtyKey } from './specialty.js';

/** Facts of a record that a person can change from here on, in display order. */
export const changeableFacts = [
  'exam.result',
  'exam.booking',
  'practice.result',
  'study.question-bank',
  'study.full-length-days',
  'plan.primary',
  'plan.backups',
  'plan.dual-applying',
  'plan.geography',
  'plan.priority',
  'visa.need',
  'clinical.experience',
  'letters.uploaded',
  'letters.new',
  'letters.generic',
  'scholarly.work',
  'list.programs',
  'statement',
  'record.gaps-explained',
  'interview.account-rehearsed',
  'interview.mocks',
  'contingency',
  'match.rank-list-certified',
] as const;
export type ChangeableFact = (typeof changeableFacts)[number];

/** So many letters of one kind. */
export interface LettersOfKind {
  readonly count: number;
  readonly letter: Letter;
}

/** How many programs of one specialty and track are on the list. */
export interface ProgramsOfKind {
  readonly specialty: SpecialtyKey;
  readonly track: NonNullable<ProgramChoice['track']>;
  readonly programs: number;
}

/** What each changeable fact is told in. */
interface ChangeValues {
  /** A sitting; in place of the booking or the sitting that it was changed from. */
  'exam.result': Exam;
  'exam.booking': Exam;
  'practice.result': PracticeExam;
  'study.question-bank': number;
  'study.full-length-days': number;
  'plan.primary': SpecialtyKey;
  'plan.backups': NonNullable<SpecialtyPlan['backups']>;
  'plan.dual-applying': boolean;
  'plan.geography': NonNullable<SpecialtyPlan['geography']>;
  'plan.priority': NonNullable<SpecialtyPlan['priority']>;
  'visa.need': NonNullable<ApplicantRecord['visa']>['need'];
  'clinical.experience': Experience;
  /** Of the letters that were asked for and not declined. */
  'letters.uploaded': number;
  'letters.new': LettersOfKind;
  /** Letters judged generic that count; those no longer counted are replaced by strong ones. */
  'letters.generic': number;
  'scholarly.work': ScholarlyWork;
  'list.programs': ProgramsOfKind;
  statement: NonNullable<ApplicantRecord['statement']>;
  'record.gaps-explained': boolean;
  'interview.account-rehearsed': Day;
  'interview.mocks': number;
  contingency: NonNullable<ApplicantRecord['contingency']>;
  'match.rank-list-certified': Day;
}

/** One changeable fact of a record as it is and as it would be; `from` is null where it is not known or there is none yet. */
export type RecordChange = {
  readonly [F in ChangeableFact]: { readonly fact: F; readonly from: ChangeValues[F] | null; readonly to: ChangeValues[F] };
}[ChangeableFact];

/** The change of one fact. */
export type ChangeOf<F extends ChangeableFact> = Extract<RecordChange, { fact: F }>;
