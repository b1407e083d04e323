import type { ApplicantRecord, Day, Letter, RecordChange, ScholarlyWork, SpecialtyPlan } from '@matchwatch/domain';
import { countPrograms } from '../what-if/apply-change.js';

/** Where the record stands against a goal: whether it is reached (null where the record does not say), what was wanted and what it says now. */
export interface GoalStanding {
  readonly reached: boolean | null;
  readonly wanted: number | string | boolean;
  readonly now: number | string | boolean | null;
}

const unknown = (wanted: GoalStanding['wanted']): GoalStanding => ({ reached: null, wanted, now: null });
const atLeast = (wanted: number, now: number | undefined): GoalStanding =>
  now === undefined ? unknown(wanted) : { reached: now >= wanted, wanted, now };
const same = (wanted: string | boolean, now: string | boolean | undefined): GoalStanding =>
  now === undefined ? unknown(wanted) : { reached: now === wanted, wanted, now };
const isDone = (now: Day | null | undefined): GoalStanding => ({
  reached: now !== undefined && now !== null,
  wanted: true,
  now: now ?? null,
});

const statements = ['none', 'draft', 'reviewed', 'final'] as const;
const outputs: readonly ScholarlyWork['status'][] = ['in-progress', 'submitted', 'accepted', 'published'];

/** Where a record stands against a change that somebody set out to make. */
export function goalStanding(record: ApplicantRecord, change: RecordChange): GoalStanding {
  switch (change.fact) {
    case 'exam.result':
      return examResult(record, change.to);
    case 'exam.booking':
      return examBooking(record, change.to);
    case 'practice.result': {
      const scores = record.practice?.flatMap((each) => (each.for === change.to.for ? [each.score] : []));
      return scores === undefined ? unknown(change.to.score) : atLeast(change.to.score, Math.max(0, ...scores));
    }
    case 'study.question-bank':
      return atLeast(change.to, record.study?.questionBankPct);
    case 'study.full-length-days':
      return atLeast(change.to, record.study?.fullLengthDays);
    case 'plan.primary':
      return same(change.to, record.specialtyPlan?.primary);
    case 'plan.backups':
      return backups(change.to, record.specialtyPlan?.backups);
    case 'plan.dual-applying':
      return same(change.to, record.specialtyPlan?.dualApplying);
    case 'plan.geography':
      return same(change.to, record.specialtyPlan?.geography);
    case 'plan.priority':
      return same(change.to, record.specialtyPlan?.priority);
    case 'visa.need':
      return same(change.to, record.visa?.need);
    case 'clinical.experience': {
      const { kind, specialty, us } = change.to;
      const found = record.experiences?.some(
        (each) => each.kind === kind && (specialty === undefined || each.specialty === specialty) && (us === undefined || each.us === us),
      );
      return same(true, found);
    }
    case 'letters.uploaded':
      return atLeast(
        change.to,
        countLetters(record.letters, ({ status }) => status === 'uploaded'),
      );
    case 'letters.new': {
      const { specialty, us } = change.to.letter;
      return atLeast(
        change.to.count,
        countLetters(
          record.letters,
          (each) =>
            each.status === 'uploaded' && (specialty === undefined || each.specialty === specialty) && (us === undefined || each.us === us),
        ),
      );
    }
    case 'letters.generic': {
      const now = countLetters(record.letters, ({ status, strength }) => status !== 'declined' && strength === 'generic');
      return now === undefined ? unknown(change.to) : { reached: now <= change.to, wanted: change.to, now };
    }
    case 'scholarly.work': {
      const { kind, status } = change.to;
      const found = record.scholarly?.some((each) => each.kind === kind && outputs.indexOf(each.status) >= outputs.indexOf(status));
      return same(true, found);
    }
    case 'list.programs':
      return atLeast(change.to.programs, record.programs && countPrograms(record.programs, change.to));
    case 'statement': {
      const now = record.statement?.status;
      const wanted = change.to.status;
      return now === undefined ? unknown(wanted) : { reached: statements.indexOf(now) >= statements.indexOf(wanted), wanted, now };
    }
    case 'record.gaps-explained': {
      const gaps = record.redFlags?.filter(({ kind }) => kind === 'gap');
      return same(
        true,
        gaps?.every(({ explained }) => explained === true),
      );
    }
    case 'interview.account-rehearsed':
      return record.interviewPrep === undefined ? unknown(true) : isDone(record.interviewPrep.accountRehearsedOn);
    case 'interview.mocks':
      return atLeast(change.to, record.interviewPrep?.mockInterviews);
    case 'contingency': {
      if (record.contingency === undefined) return unknown(change.to.path ?? true);
      const { path, soapStatement, generalLetters } = record.contingency;
      const ready = (!change.to.soapStatement || soapStatement === true) && (!change.to.generalLetters || generalLetters === true);
      return {
        reached: ready && (change.to.path === undefined || change.to.path === path),
        wanted: change.to.path ?? true,
        now: path ?? null,
      };
    }
    case 'match.rank-list-certified':
      return record.match === undefined ? unknown(true) : isDone(record.match.rankListCertifiedOn);
  }
}

type ExamGoal = Extract<RecordChange, { fact: 'exam.result' }>['to'];

function examResult({ exams }: ApplicantRecord, { exam, score, outcome }: ExamGoal): GoalStanding {
  const taken = exams?.filter((each) => each.exam === exam && each.takenOn !== undefined);
  if (score === undefined) {
    return same(outcome ?? 'pass', taken && (taken.some((each) => each.outcome === (outcome ?? 'pass')) ? (outcome ?? 'pass') : 'none'));
  }
  if (taken === undefined) return unknown(score);
  const scores = taken.flatMap((each) => (each.score === undefined ? [] : [each.score]));
  return scores.length === 0 ? { reached: false, wanted: score, now: null } : atLeast(score, Math.max(...scores));
}

/** A booking is kept when the exam is booked for that day, or was sat on it or later. */
function examBooking({ exams }: ApplicantRecord, { exam, bookedFor }: ExamGoal): GoalStanding {
  const wanted = bookedFor ?? exam;
  if (exams === undefined || bookedFor === undefined) return unknown(wanted);
  const sittings = exams.filter((each) => each.exam === exam);
  const sat = sittings.find(({ takenOn }) => takenOn !== undefined && takenOn >= bookedFor);
  if (sat) return { reached: true, wanted, now: sat.takenOn ?? null };
  const booked = sittings.filter(({ takenOn }) => takenOn === undefined).flatMap((each) => (each.bookedFor ? [each.bookedFor] : []));
  return { reached: booked.includes(bookedFor), wanted, now: booked[0] ?? sittings.at(-1)?.takenOn ?? null };
}

function backups(to: NonNullable<SpecialtyPlan['backups']>, now: SpecialtyPlan['backups']): GoalStanding {
  const wanted = to.map(({ specialty }) => specialty).join(', ');
  if (now === undefined) return unknown(wanted);
  const named = now.map(({ specialty }) => specialty);
  return { reached: to.every(({ specialty }) => named.includes(specialty)), wanted, now: named.join(', ') };
}

const countLetters = (letters: readonly Letter[] | undefined, counts: (letter: Letter) => boolean): number | undefined =>
  letters?.filter(counts).length;
