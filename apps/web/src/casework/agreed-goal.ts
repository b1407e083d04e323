import type { ApplicantRecord, Day, ExamName, Intervention, RecordChange, SpecialtyKey } from '@matchwatch/domain';
import { interventions, isDay, specialtyKeys } from '@matchwatch/domain';
import { countPrograms } from '@matchwatch/risk-rules';

/** Facts whose target a person gives when something is agreed. */
export const targetFacts = [
  'list.programs',
  'plan.backups',
  'plan.primary',
  'exam.booking',
  'study.question-bank',
  'letters.uploaded',
  'interview.mocks',
] as const satisfies readonly RecordChange['fact'][];
export type TargetFact = (typeof targetFacts)[number];

const factOf = (intervention: Intervention): RecordChange['fact'] | undefined =>
  (interventions[intervention] as { fact?: RecordChange['fact'] }).fact;

/** The fact whose target is asked for with an intervention; undefined where none is. */
export const targetFactOf = (intervention: Intervention): TargetFact | undefined =>
  targetFacts.find((fact) => fact === factOf(intervention));

/**
 * What the record will show when what was agreed is done: from the target a person gave, where one is needed.
 * Null where no single fact tells, the record lacks what it needs, or nothing (or nothing that can be read) was given.
 */
export function agreedGoal(intervention: Intervention, target: string, dueOn: Day | null, record: ApplicantRecord): RecordChange | null {
  const fact = factOf(intervention);
  const number = target.trim() === '' ? Number.NaN : Number(target);
  const isWhole = Number.isInteger(number) && number >= 0;
  const specialty = specialtyKeys.find((key) => key === target);
  switch (fact) {
    case 'list.programs': {
      const primary = record.specialtyPlan?.primary;
      if (!isWhole || number > 500 || primary === undefined) return null;
      const kind = { specialty: primary, track: 'categorical' } as const;
      const from = record.programs && { ...kind, programs: countPrograms(record.programs, kind) };
      return { fact, from: from ?? null, to: { ...kind, programs: number } };
    }
    case 'plan.backups':
      return specialty === undefined ? null : withBackup(record, specialty);
    case 'plan.primary':
      return specialty === undefined ? null : { fact, from: record.specialtyPlan?.primary ?? null, to: specialty };
    case 'plan.dual-applying':
      return { fact, from: record.specialtyPlan?.dualApplying ?? null, to: true };
    case 'plan.geography':
      return { fact, from: record.specialtyPlan?.geography ?? null, to: 'open' };
    case 'visa.need':
      return record.visa?.need === 'h1b-only' ? { fact, from: 'h1b-only', to: 'j1-or-h1b' } : null;
    case 'exam.booking':
      return isDay(target) ? booking(record, target) : null;
    case 'study.question-bank':
      return isWhole && number <= 100 ? { fact, from: record.study?.questionBankPct ?? null, to: number } : null;
    case 'letters.uploaded': {
      const now = record.letters?.filter(({ status }) => status === 'uploaded').length;
      return isWhole && number <= 50 ? { fact, from: now ?? null, to: number } : null;
    }
    case 'interview.mocks':
      return isWhole && number <= 200 ? { fact, from: record.interviewPrep?.mockInterviews ?? null, to: number } : null;
    case 'statement':
      return { fact, from: record.statement ?? null, to: { status: 'reviewed' } };
    case 'interview.account-rehearsed':
      return dueOn === null ? null : { fact, from: record.interviewPrep?.accountRehearsedOn ?? null, to: dueOn };
    case 'contingency':
      return { fact, from: record.contingency ?? null, to: { path: 'soap', soapStatement: true, generalLetters: true } };
    default:
      return null;
  }
}

function withBackup(record: ApplicantRecord, specialty: SpecialtyKey): RecordChange {
  const standing = record.specialtyPlan?.backups;
  const others = (standing ?? []).filter((each) => each.specialty !== specialty);
  return { fact: 'plan.backups', from: standing ?? null, to: [...others, { specialty, acceptable: true }].slice(-10) };
}

function booking({ exams }: ApplicantRecord, bookedFor: Day): RecordChange {
  const booked = exams?.find((each) => each.takenOn === undefined && each.bookedFor !== undefined);
  const next: ExamName = exams?.some(({ exam, takenOn }) => exam === 'step1' && takenOn !== undefined) ? 'step2ck' : 'step1';
  return { fact: 'exam.booking', from: booked ?? null, to: { exam: booked?.exam ?? next, bookedFor } };
}
