import type { Day } from './day.js';
import type { ProgramFactName, ProgramSource } from './program.js';
import type { ProgramChoice } from './record.js';

/** How something a program says stands to an applicant: it shuts them out, weighs against them, cannot be compared for want of a fact, or speaks for it. */
export const auditStandings = ['against', 'weighs', 'asks', 'for'] as const;
export type AuditStanding = (typeof auditStandings)[number];

/** What of a program was held against what of an applicant. */
export const auditQuestions = [
  'visa',
  'score',
  'preferred-score',
  'score-to-apply',
  'attempts',
  'exam-age',
  'img',
  'graduation',
  'resident-years',
  'certification',
  'step3',
  'usce',
  'hands-on',
  'letters',
  'specialty-letters',
  'us-letters',
  'signal',
  'holistic',
  'former-students',
] as const;
export type AuditQuestion = (typeof auditQuestions)[number];

/** One thing that a program says, beside the applicant's own fact (null: not known). */
export interface AuditReason {
  readonly question: AuditQuestion;
  readonly standing: AuditStanding;
  readonly fact: ProgramFactName;
  readonly value: boolean | number | string;
  readonly own: boolean | number | string | null;
  readonly source: ProgramSource;
  readonly note: string | null;
  readonly checkedOn: Day;
  /** Checked before the applicant's season opened. */
  readonly stale: boolean;
}

/** A line of an applicant's list beside what the table of programs knows. */
export interface AuditedProgram {
  readonly program: string;
  readonly specialty: ProgramChoice['specialty'] | null;
  readonly status: ProgramChoice['status'] | null;
  /** The program of the table, or null where none has that code or, alone, that name. */
  readonly programId: number | null;
  /** It has invited the applicant, or is off the list: nothing is held against it any more. */
  readonly settled: boolean;
  readonly reasons: readonly AuditReason[];
  /** What would matter to this applicant and is not known of the program. */
  readonly unknown: readonly ProgramFactName[];
}

/** An applicant's list held against the school's table of programs, line by line in the order of the list. */
export interface ListAudit {
  /** What was checked before this day is to be checked again; null where no calendar of the season is known. */
  readonly seasonOpens: Day | null;
  /** Null while the list is unknown. */
  readonly programs: readonly AuditedProgram[] | null;
}
