import type { Day } from './day.js';
import type { SpecialtyKey } from './specialty.js';

export const applicantTypes = ['us-md', 'us-do', 'us-img', 'non-us-img'] as const;
export type ApplicantType = (typeof applicantTypes)[number];
export const visaNeeds = ['none', 'j1', 'h1b-only', 'j1-or-h1b'] as const;
export const examNames = ['step1', 'step2ck', 'step3', 'comlex1', 'comlex2', 'comlex3'] as const;
export type ExamName = (typeof examNames)[number];
export const examOutcomes = ['pass', 'fail', 'incomplete', 'pending'] as const;
export type ExamOutcome = (typeof examOutcomes)[number];
export const practiceKinds = ['nbme-cbssa', 'nbme-ccssa', 'uwsa', 'free120', 'amboss', 'other'] as const;
export const clerkshipGrades = ['honors', 'high-pass', 'pass', 'fail'] as const;
export const experienceKinds = [
  'sub-internship',
  'away',
  'externship',
  'us-clerkship',
  'observership',
  'shadowing',
  'research',
  'volunteering',
  'teaching',
  'clinical-job',
  'degree',
  'other',
] as const;
export const letterWriters = [
  'attending',
  'program-director',
  'associate-program-director',
  'clerkship-director',
  'chair',
  'researcher',
  'other',
] as const;
export const letterStatuses = ['to-ask', 'asked', 'agreed', 'uploaded', 'declined'] as const;
export const letterStrengths = ['strong', 'generic', 'unknown'] as const;
export const scholarlyKinds = ['publication', 'abstract', 'poster', 'presentation', 'case-report', 'review', 'qi'] as const;
export const scholarlyStatuses = ['in-progress', 'submitted', 'accepted', 'published'] as const;
export const redFlagKinds = ['leave', 'professionalism', 'course-failure', 'gap'] as const;
export const geographies = ['open', 'regional', 'single-area'] as const;
export const planPriorities = ['specialty', 'location', 'prestige'] as const;
export const statementStatuses = ['none', 'draft', 'reviewed', 'final'] as const;
export const programSettings = ['academic', 'community-affiliated', 'community'] as const;
export const programBands = ['reach', 'middle', 'safer'] as const;
/** What a position leads to: a whole residency, or one year of it before another program. */
export const programTracks = ['categorical', 'advanced', 'preliminary'] as const;
export const programStatuses = ['planned', 'applied', 'invited', 'interviewed', 'ranked', 'declined'] as const;
export const programSignals = ['gold', 'silver', 'single'] as const;
export const contingencyPaths = ['soap', 'preliminary', 'research-year', 'clinical-year', 'change-specialty', 'reapply'] as const;
export const matchOutcomes = ['matched-primary', 'matched-backup', 'preliminary-only', 'soap', 'unmatched', 'withdrawn'] as const;

type One<T extends readonly unknown[]> = T[number];

/** One sitting of an exam, or (with `bookedFor` and no `takenOn`) the booking of one. */
export interface Exam {
  exam: ExamName;
  takenOn?: Day | undefined;
  score?: number | undefined;
  outcome?: ExamOutcome | undefined;
  bookedFor?: Day | undefined;
  backupDate?: Day | undefined;
}

/** A practice exam; `score` on the exam's own scale, or per cent for Step 1. */
export interface PracticeExam {
  for: ExamName;
  kind: One<typeof practiceKinds>;
  takenOn: Day;
  score: number;
}

export interface Clerkship {
  name: string;
  core?: boolean | undefined;
  grade?: One<typeof clerkshipGrades> | undefined;
  shelf?: number | undefined;
  endedOn?: Day | undefined;
}

export interface Experience {
  kind: One<typeof experienceKinds>;
  specialty?: SpecialtyKey | undefined;
  us?: boolean | undefined;
  handsOn?: boolean | undefined;
  acgmeSite?: boolean | undefined;
  site?: string | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
}

export interface Letter {
  writer: One<typeof letterWriters>;
  specialty?: SpecialtyKey | undefined;
  us?: boolean | undefined;
  status: One<typeof letterStatuses>;
  strength?: One<typeof letterStrengths> | undefined;
  askedOn?: Day | undefined;
}

export interface ScholarlyWork {
  kind: One<typeof scholarlyKinds>;
  status: One<typeof scholarlyStatuses>;
  specialty?: SpecialtyKey | undefined;
  on?: Day | undefined;
}

export interface RedFlag {
  kind: One<typeof redFlagKinds>;
  from?: Day | undefined;
  to?: Day | undefined;
  explained?: boolean | undefined;
}

export interface Backup {
  specialty: SpecialtyKey;
  acceptable?: boolean | undefined;
}

export interface SpecialtyPlan {
  primary?: SpecialtyKey | undefined;
  backups?: Backup[] | undefined;
  dualApplying?: boolean | undefined;
  geography?: One<typeof geographies> | undefined;
  priority?: One<typeof planPriorities> | undefined;
}

export interface ProgramChoice {
  program: string;
  specialty?: SpecialtyKey | undefined;
  track?: One<typeof programTracks> | undefined;
  setting?: One<typeof programSettings> | undefined;
  band?: One<typeof programBands> | undefined;
  status?: One<typeof programStatuses> | undefined;
  signal?: One<typeof programSignals> | undefined;
  sponsorsJ1?: boolean | undefined;
  sponsorsH1b?: boolean | undefined;
  takesImg?: boolean | undefined;
  takesFailedAttempt?: boolean | undefined;
  minimumStep2?: number | undefined;
  maximumYearsSinceGraduation?: number | undefined;
  /** Letters assigned to the program. */
  letters?: number | undefined;
  interviewedOn?: Day | undefined;
  thankedOn?: Day | undefined;
  /** Its code with the ACGME or the NRMP, by which it is found in the school's table of programs. */
  code?: string | undefined;
}

/**
 * Everything known about one applicant. A fact that is not known is absent: never zero, never an empty string.
 * An absent list is unknown; an empty list says "there are none".
 */
export interface ApplicantRecord {
  externalId: string;
  name: { given: string; family: string; preferred?: string | undefined };
  email?: string | undefined;
  season: number;
  applicantType: ApplicantType;
  school?: string | undefined;
  graduatesOn?: Day | undefined;
  bornOn?: Day | undefined;
  visa?: { need: One<typeof visaNeeds> } | undefined;
  advisor?: string | undefined;
  couplesWith?: string | undefined;
  exams?: Exam[] | undefined;
  practice?: PracticeExam[] | undefined;
  study?: { questionBankPct?: number | undefined; fullLengthDays?: number | undefined; asOf?: Day | undefined } | undefined;
  clerkships?: Clerkship[] | undefined;
  experiences?: Experience[] | undefined;
  letters?: Letter[] | undefined;
  scholarly?: ScholarlyWork[] | undefined;
  redFlags?: RedFlag[] | undefined;
  specialtyPlan?: SpecialtyPlan | undefined;
  statement?: { status: One<typeof statementStatuses>; reviewedOn?: Day | undefined } | undefined;
  interviewPrep?: { accountRehearsedOn?: Day | undefined; mockInterviews?: number | undefined } | undefined;
  programs?: ProgramChoice[] | undefined;
  contingency?:
    | { path?: One<typeof contingencyPaths> | undefined; soapStatement?: boolean | undefined; generalLetters?: boolean | undefined }
    | undefined;
  match?:
    | {
        registeredOn?: Day | null | undefined;
        rankListCertifiedOn?: Day | null | undefined;
        outcome?: One<typeof matchOutcomes> | null | undefined;
      }
    | undefined;
}

/** The lists of a record that travel as a CSV file of their own, in import order. */
export const recordLists = ['exams', 'practice', 'clerkships', 'experiences', 'letters', 'scholarly', 'redFlags', 'programs'] as const;
export type RecordList = (typeof recordLists)[number];
