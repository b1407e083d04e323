import type { Rulebook } from '@matchwatch/contracts';
import type { ApplicantRecord, Day, ExamName, PracticeExam } from '@matchwatch/domain';

export interface ScorePoint {
  on: Day;
  score: number;
}

export interface ScoreSeries {
  exam: ExamName;
  practice: (ScorePoint & { kind: PracticeExam['kind'] })[];
  results: (ScorePoint & { passed: boolean | undefined })[];
  /** Sittings that are booked and not taken yet. */
  booked: Day[];
}

const byDay = (a: { on: Day }, b: { on: Day }): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

/** The scores of a record for one exam, oldest first. A sitting without a score is no point: missing is not zero. */
export function scoreSeries(record: ApplicantRecord, exam: ExamName): ScoreSeries {
  const sittings = (record.exams ?? []).filter((sitting) => sitting.exam === exam);
  return {
    exam,
    practice: (record.practice ?? [])
      .filter((test) => test.for === exam)
      .map(({ takenOn, score, kind }) => ({ on: takenOn, score, kind }))
      .sort(byDay),
    results: sittings
      .flatMap(({ takenOn, score, outcome }) =>
        takenOn === undefined || score === undefined
          ? []
          : [{ on: takenOn, score, passed: outcome === undefined || outcome === 'pending' ? undefined : outcome === 'pass' }],
      )
      .sort(byDay),
    booked: sittings.flatMap(({ takenOn, bookedFor }) => (takenOn === undefined && bookedFor !== undefined ? [bookedFor] : [])),
  };
}

/** The exams of a record that have any score to draw. */
export function examsWithScores(record: ApplicantRecord): ExamName[] {
  const order: ExamName[] = ['step2ck', 'step1', 'step3', 'comlex2', 'comlex1', 'comlex3'];
  return order.filter((exam) => {
    const { practice, results } = scoreSeries(record, exam);
    return practice.length + results.length > 0;
  });
}

/** The pass mark in force from day to day between two days, as the corners of a step line. */
export function passMarkSteps(marks: Rulebook['passMarks'], exam: ExamName, from: Day, to: Day): ScorePoint[] {
  const known = marks
    .filter((mark) => mark.exam === exam && mark.since <= to)
    .map(({ since, mark }) => ({ on: since, score: mark }))
    .sort(byDay);
  const current = known.filter(({ on }) => on <= from).at(-1);
  const steps = [...(current ? [{ on: from, score: current.score }] : []), ...known.filter(({ on }) => on > from)];
  const last = steps.at(-1);
  return last ? [...steps, { on: to, score: last.score }] : [];
}
