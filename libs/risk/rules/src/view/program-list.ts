import type { ApplicantRecord, Day, ExclusionReason, ProgramChoice, SpecialtyKey } from '@matchwatch/domain';
import type { ReferenceDay } from '@matchwatch/risk-engine';
import type { ApplicantView } from './applicant-view.js';
import { paths } from './paths.js';

/** Interviews on a program list; rows without a status are counted apart. */
export interface InterviewCounts {
  /** Booked or held. */
  readonly interviews: number;
  readonly held: number;
  readonly withoutStatus: number;
}

/** Counts the interviews. */
export function countInterviews(programs: readonly ProgramChoice[]): InterviewCounts {
  let booked = 0;
  let held = 0;
  let withoutStatus = 0;
  for (let i = 0; i < programs.length; i++) {
    const { status } = programs[i] as ProgramChoice;
    if (status === 'applied') continue;
    if (status === undefined) withoutStatus++;
    else if (status === 'invited') booked++;
    else if (status === 'interviewed' || status === 'ranked') held++;
  }
  return { interviews: booked + held, held, withoutStatus };
}

/** Counts reaches and academic programs, and apart from them the rows that do not state their band or setting. */
export function countMix(programs: readonly ProgramChoice[]) {
  let reach = 0;
  let withoutBand = 0;
  let academic = 0;
  let withoutSetting = 0;
  for (const { band, setting } of programs) {
    if (band === 'reach') reach++;
    else if (band === undefined) withoutBand++;
    if (setting === 'academic') academic++;
    else if (setting === undefined) withoutSetting++;
  }
  return { reach, withoutBand, academic, withoutSetting };
}

/** Counts preliminary and transitional years, and apart from them the rows that do not state their track. */
export function countOneYear(programs: readonly ProgramChoice[], specialties: readonly SpecialtyKey[]) {
  let oneYear = 0;
  let withoutTrack = 0;
  for (const { track, specialty } of programs) {
    if (track === 'preliminary' || (specialty !== undefined && specialties.includes(specialty))) oneYear++;
    else if (track === undefined) withoutTrack++;
  }
  return { oneYear, withoutTrack };
}

/** Whether a part of a whole is more than so many per cent of it. */
export const isMoreThan = (part: number, whole: number, perCent: number): boolean => part * 100 > whole * perCent;

/** Whether a part of a whole is less than so many per cent of it. */
export const isLessThan = (part: number, whole: number, perCent: number): boolean => part * 100 < whole * perCent;

/** What of an applicant a program can refuse, read once for a whole list. */
export interface Refusable {
  readonly need: NonNullable<ApplicantRecord['visa']>['need'] | undefined;
  readonly score: number | undefined;
  readonly hasFailed: boolean;
  readonly graduatesOn: Day | undefined;
  readonly isImg: boolean;
  readonly today: ReferenceDay;
}

/** Reads it; what is not known refuses nothing. */
export const refusableOf = ({ record, step2Score, exams, isImg, policy }: ApplicantView): Refusable => ({
  need: record.visa?.need,
  score: step2Score,
  hasFailed: exams !== undefined && exams.failures > 0,
  graduatesOn: record.graduatesOn,
  isImg,
  today: policy.today,
});

/** Whether a program, by what it says of itself, cannot take the applicant; what a row does not state never speaks against it. */
export const isExcluded = (program: ProgramChoice, facts: Refusable): boolean =>
  (byVisa(program, facts) ||
    byScore(program, facts) ||
    byAttempt(program, facts) ||
    byGraduation(program, facts) ||
    byImg(program, facts)) &&
  !considers(program);

/** Why a program cannot take the applicant. */
export function exclusionReasonsOf(program: ProgramChoice, facts: Refusable): ExclusionReason[] {
  const reasons: ExclusionReason[] = [];
  if (byVisa(program, facts)) reasons.push('visa');
  if (byScore(program, facts)) reasons.push('score');
  if (byAttempt(program, facts)) reasons.push('failed-attempt');
  if (byGraduation(program, facts)) reasons.push('graduation');
  if (byImg(program, facts)) reasons.push('img');
  return reasons;
}

/** The first fact of the record that a row asks for and that is not known. */
export function missingForExclusion(programs: readonly ProgramChoice[], view: ApplicantView): string | undefined {
  const { needsVisa, exams, standing, record, step2Score } = view;
  const scoreMissing = step2Score === undefined && standing.missing !== undefined;
  if (needsVisa !== undefined && exams !== undefined && !scoreMissing && record.graduatesOn !== undefined) return undefined;
  for (const program of programs) {
    if (considers(program)) continue;
    if (needsVisa === undefined && (program.sponsorsJ1 === false || program.sponsorsH1b === false)) return paths.visa;
    if (exams === undefined && (program.minimumStep2 !== undefined || program.takesFailedAttempt === false)) return paths.exams;
    if (program.minimumStep2 !== undefined && standing.missing !== undefined && step2Score === undefined) return standing.missing;
    if (program.maximumYearsSinceGraduation !== undefined && record.graduatesOn === undefined) return paths.graduatesOn;
  }
  return undefined;
}

/** A program that has invited the applicant can take the applicant, and one that is off the list need not. */
const considers = ({ status }: ProgramChoice): boolean =>
  status === 'invited' || status === 'interviewed' || status === 'ranked' || status === 'declined';

function byVisa({ sponsorsJ1, sponsorsH1b }: ProgramChoice, { need }: Refusable): boolean {
  switch (need) {
    case 'j1':
      return sponsorsJ1 === false;
    case 'h1b-only':
      return sponsorsH1b === false;
    case 'j1-or-h1b':
      return sponsorsJ1 === false && sponsorsH1b === false;
    default:
      return false;
  }
}

const byScore = ({ minimumStep2 }: ProgramChoice, { score }: Refusable): boolean =>
  minimumStep2 !== undefined && score !== undefined && score < minimumStep2;

const byAttempt = ({ takesFailedAttempt }: ProgramChoice, { hasFailed }: Refusable): boolean => hasFailed && takesFailedAttempt === false;

const byGraduation = ({ maximumYearsSinceGraduation: years }: ProgramChoice, { graduatesOn, today }: Refusable): boolean =>
  years !== undefined && graduatesOn !== undefined && graduatesOn < today.yearsBefore(years);

const byImg = ({ takesImg }: ProgramChoice, { isImg }: Refusable): boolean => isImg && takesImg === false;
