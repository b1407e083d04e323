import type { Day, Exam, ExamName, FailedAttempt } from '@matchwatch/domain';
import type { ViewPolicy } from './view-policy.js';

/** What a sitting came to; undefined while the result is not known. */
export type Result = 'pass' | 'fail' | 'incomplete' | undefined;

/** One sitting, judged by the mark of its day. */
export interface Attempt {
  readonly exam: ExamName;
  readonly takenOn: Day;
  /** Undefined when not known or not on the exam's scale. */
  readonly score: number | undefined;
  readonly result: Result;
  readonly passMark: number | undefined;
}

/** A sitting to come. */
export type Booking = Exam & { readonly bookedFor: Day };

const none: Attempt[] = [];

/** The sittings of one exam up to the day of the assessment, in order. */
export class ExamHistory {
  attempts: Attempt[] = none;
  failed = 0;
  /** Sittings whose result is not known. */
  unresolved = 0;
  latest: Attempt | undefined = undefined;
  /** The latest passed sitting. */
  passing: Attempt | undefined = undefined;
  /** The latest sitting whose result is said to be pending. */
  awaited: Attempt | undefined = undefined;
  #booked: Booking | undefined = undefined;
  #lapsedOn: Day | undefined = undefined;

  constructor(readonly exam: ExamName) {}

  get taken(): boolean {
    return this.attempts.length > 0;
  }

  /** The next booked sitting from the day of the assessment on. */
  get booking(): Booking | undefined {
    const { latest } = this;
    return this.#booked === undefined || (latest !== undefined && latest.takenOn >= this.#booked.bookedFor) ? undefined : this.#booked;
  }

  /** Whether a booked day has gone by and nothing tells what became of it. */
  get lapsed(): boolean {
    const { latest } = this;
    return this.#lapsedOn !== undefined && (latest === undefined || latest.takenOn < this.#lapsedOn) && this.booking === undefined;
  }

  book(sitting: Exam, bookedFor: Day, asOf: Day): void {
    if (bookedFor < asOf) {
      if (this.#lapsedOn === undefined || bookedFor > this.#lapsedOn) this.#lapsedOn = bookedFor;
    } else if (this.#booked === undefined || bookedFor < this.#booked.bookedFor) this.#booked = sitting as Booking;
  }

  add(attempt: Attempt): void {
    const { attempts } = this;
    let i = attempts.length;
    // An empty array that is pushed to reserves room for many; most exams are sat once.
    if (i === 0) this.attempts = [attempt];
    else {
      while (i > 0 && (attempts[i - 1] as Attempt).takenOn > attempt.takenOn) i--;
      attempts.splice(i, 0, attempt);
    }
    if (this.latest === undefined || this.latest.takenOn <= attempt.takenOn) this.latest = attempt;
    if (attempt.result === 'fail') this.failed++;
    else if (attempt.result === undefined) this.unresolved++;
    else if (attempt.result === 'pass' && (this.passing === undefined || this.passing.takenOn <= attempt.takenOn)) this.passing = attempt;
  }

  /** Sittings that were failed, in order. */
  failures(): Attempt[] {
    return this.attempts.filter((attempt) => attempt.result === 'fail');
  }
}

/** All sittings of one applicant, by exam. */
export interface Exams {
  readonly step1: ExamHistory;
  readonly step2ck: ExamHistory;
  readonly step3: ExamHistory;
  readonly comlex1: ExamHistory;
  readonly comlex2: ExamHistory;
  readonly comlex3: ExamHistory;
  /** Failed attempts over all exams that the policy counts. */
  failures: number;
  /** Sittings of those exams whose result is not known. */
  unresolved: number;
}

// Shared by everybody who has not taken an exam, so nothing may be added to these.
const notTaken: Readonly<Record<ExamName, ExamHistory>> = {
  step1: new ExamHistory('step1'),
  step2ck: new ExamHistory('step2ck'),
  step3: new ExamHistory('step3'),
  comlex1: new ExamHistory('comlex1'),
  comlex2: new ExamHistory('comlex2'),
  comlex3: new ExamHistory('comlex3'),
};

/** Reads the bookings, and the sittings up to the day of the assessment; later sittings are left out. */
export function readExams(list: readonly Exam[], policy: ViewPolicy): Exams {
  const exams: Exams = {
    step1: notTaken.step1,
    step2ck: notTaken.step2ck,
    step3: notTaken.step3,
    comlex1: notTaken.comlex1,
    comlex2: notTaken.comlex2,
    comlex3: notTaken.comlex3,
    failures: 0,
    unresolved: 0,
  };
  for (let i = 0; i < list.length; i++) {
    const sitting = list[i] as Exam;
    const { exam, takenOn, bookedFor } = sitting;
    if (takenOn === undefined ? bookedFor === undefined : takenOn > policy.asOf) continue;
    let history = exams[exam];
    if (history === notTaken[exam]) {
      history = new ExamHistory(exam);
      (exams as { -readonly [K in ExamName]: ExamHistory })[exam] = history;
    }
    if (takenOn === undefined) {
      history.book(sitting, bookedFor as Day, policy.asOf);
      continue;
    }
    const attempt = judge(sitting, takenOn, policy);
    history.add(attempt);
    if (attempt.result === undefined && sitting.outcome === 'pending') history.awaited = attempt;
    if (policy.countedFailures.has(exam)) {
      if (attempt.result === 'fail') exams.failures++;
      else if (attempt.result === undefined) exams.unresolved++;
    }
  }
  return exams;
}

function judge({ exam, score, outcome }: Exam, takenOn: Day, policy: ViewPolicy): Attempt {
  const passMark = policy.passMark(exam, takenOn);
  const { lowest, highest } = policy.scaleOf(exam);
  const known = score !== undefined && score >= lowest && score <= highest ? score : undefined;
  return { exam, takenOn, score: known, passMark, result: resultOf(known, outcome, passMark) };
}

/** A score is judged by the mark of its day, whatever outcome is written beside it; `data.impossible` reports a contradiction. */
function resultOf(score: number | undefined, outcome: Exam['outcome'], passMark: number | undefined): Result {
  if (outcome === 'incomplete') return 'incomplete';
  if (score !== undefined && passMark !== undefined) return score >= passMark ? 'pass' : 'fail';
  return outcome === 'pending' ? undefined : outcome;
}

/** The failed sittings of an exam as evidence. */
export const failedAttempts = (history: ExamHistory): FailedAttempt[] =>
  history.failures().map(({ takenOn, score, passMark }) => ({ takenOn, score: score ?? null, passMark: passMark ?? null }));
