import type { ApplicantRecord, Exam, ExamName, SpecialtyKey } from '@matchwatch/domain';

/**
 * Something that holds for a while only, from one day number to before another: a mistake until it is corrected, a plan until it is dropped.
 * It changes what facts say and never takes one away, because a file that does not mention a fact leaves it as it is.
 */
export interface Turn {
  readonly from: number;
  readonly until: number;
  readonly retell: Retelling;
}

/** A record as it reads while a turn lasts; the record given is left as it is. */
export type Retelling = (known: ApplicantRecord) => ApplicantRecord;

/** The passed Step 2 CK as the registrar mistyped it. */
export const mistypedStep2 = (score: number): Retelling => retoldPass('step2ck', (exam) => ({ ...exam, score }));

/** A passed Step 1 that the registrar entered as failed. */
export const step1EnteredAsFailed: Retelling = retoldPass('step1', (exam) => ({ ...exam, outcome: 'fail' }));

/** Another specialty put first, the former one kept as a backup where backups are told at all. */
export const drawnTo =
  (specialty: SpecialtyKey): Retelling =>
  (known) => {
    const plan = known.specialtyPlan;
    if (plan?.primary === undefined) return known;
    return {
      ...known,
      specialtyPlan: {
        ...plan,
        primary: specialty,
        ...(plan.backups === undefined ? {} : { backups: [{ specialty: plan.primary, acceptable: true }] }),
        ...(plan.dualApplying === undefined ? {} : { dualApplying: true }),
      },
    };
  };

/** H-1B named as the only acceptable visa, before anybody explained what that costs. */
export const h1bOnly: Retelling = (known) => (known.visa === undefined ? known : { ...known, visa: { need: 'h1b-only' } });

/** A core clerkship that the registrar entered as failed. */
export const clerkshipEnteredAsFailed: Retelling = (known) => {
  const at = known.clerkships?.findIndex(({ grade }) => grade !== undefined && grade !== 'fail') ?? -1;
  if (at < 0) return known;
  return { ...known, clerkships: known.clerkships?.map((clerkship, i) => (i === at ? { ...clerkship, grade: 'fail' } : clerkship)) };
};

/** A letter withdrawn by its writer, before another is found. */
export const letterWithdrawn: Retelling = (known) => {
  const at = known.letters?.findIndex(({ status }) => status === 'uploaded') ?? -1;
  if (at < 0) return known;
  return { ...known, letters: known.letters?.map((letter, i) => (i === at ? { ...letter, status: 'declined' } : letter)) };
};

function retoldPass(name: ExamName, retell: (exam: Exam) => Exam): Retelling {
  return (known) =>
    known.exams === undefined
      ? known
      : { ...known, exams: known.exams.map((exam) => (exam.exam === name && exam.outcome === 'pass' ? retell(exam) : exam)) };
}
