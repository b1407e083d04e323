import { type ApplicantRecord, addDays, type Casework, type Day, onYear } from '@matchwatch/domain';
import { castIn } from './cast/index.js';

/** One record to try a policy on, with the day and what the school has done. */
export interface Trial {
  readonly record: ApplicantRecord;
  readonly asOf: Day;
  readonly context: { readonly changedOn: Day; readonly casework: Casework | undefined };
}

/** Days of a season on which another rule has something to say: before and after each of its lines. */
const trialDays = [
  [-1, '02-10'],
  [-1, '03-20'],
  [-1, '05-10'],
  [-1, '06-10'],
  [-1, '08-10'],
  [-1, '09-10'],
  [-1, '10-10'],
  [-1, '11-20'],
  [0, '01-20'],
  [0, '02-25'],
  [0, '03-02'],
  [0, '04-20'],
] as const;

type Variant = (record: ApplicantRecord) => ApplicantRecord;

const moved =
  (points: number): Variant =>
  (record) => ({
    ...record,
    exams: record.exams?.map((exam) => (exam.score === undefined ? exam : { ...exam, score: clamped(exam.score + points) })),
    practice: record.practice?.map((exam) => (exam.for === 'step1' ? exam : { ...exam, score: clamped(exam.score + points) })),
  });
const clamped = (score: number): number => Math.max(1, Math.min(300, score));

const otherType: Variant = (record) => ({
  ...record,
  applicantType: record.applicantType === 'us-md' || record.applicantType === 'us-do' ? 'non-us-img' : 'us-md',
});

/** Lists with only what came first: the applicant who has begun and not gone on. */
const begun: Variant = ({ letters, experiences, programs, practice, clerkships, ...record }) => ({
  ...record,
  letters: letters?.slice(0, 1),
  experiences: experiences?.slice(0, 1),
  programs: programs?.slice(0, 12),
  practice: practice?.slice(0, 1),
  scholarly: [],
  clerkships: clerkships?.map((each) => ({ ...each, grade: each.grade === 'honors' ? 'pass' : each.grade })),
});

/** What is often not known of somebody. */
const unsaid: Variant = (record) => ({
  ...record,
  visa: undefined,
  graduatesOn: undefined,
  specialtyPlan: undefined,
  experiences: undefined,
});

const variants: readonly Variant[] = [(record) => record, moved(-8), moved(-25), otherType, begun, unsaid];

/** The cast on days all over a season, as told and in five variants each: the same records for the same season, about two thousand. */
export function trialsOf(season: number): Trial[] {
  const days = trialDays.map(([year, on]) => onYear(season + year, on));
  return castIn(season).flatMap(({ record, casework }) =>
    variants.flatMap((vary) => {
      const varied = vary(record);
      // Records that are to be found stale last changed long before.
      return days.map((asOf, i) => ({ record: varied, asOf, context: { changedOn: addDays(asOf, i % 2 === 0 ? -170 : -1), casework } }));
    }),
  );
}
