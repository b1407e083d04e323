import type { ApplicantRecord, ExclusionReason, ProgramChoice } from '@matchwatch/domain';
import type { ApplicantView } from './applicant-view.js';
import { paths } from './paths.js';
import type { ViewPolicy } from './view-policy.js';

/** What the rows of a program list hold; what a row does not state is counted apart. */
export interface ProgramCounts {
  readonly reach: number;
  readonly withoutBand: number;
  readonly academic: number;
  readonly withoutSetting: number;
  /** Booked or held. */
  readonly interviews: number;
  readonly held: number;
  readonly withoutStatus: number;
  /** Preliminary or transitional years. */
  readonly oneYear: number;
  readonly withoutTrack: number;
}

/** Counts a list in one pass. */
export function countPrograms(programs: readonly ProgramChoice[], { oneYearSpecialties }: ViewPolicy): ProgramCounts {
  let reach = 0;
  let withoutBand = 0;
  let academic = 0;
  let withoutSetting = 0;
  let interviews = 0;
  let held = 0;
  let withoutStatus = 0;
  let oneYear = 0;
  let withoutTrack = 0;
  for (let i = 0; i < programs.length; i++) {
    const { band, setting, status, track, specialty } = programs[i] as ProgramChoice;
    if (band === 'reach') reach++;
    else if (band === undefined) withoutBand++;
    if (setting === 'academic') academic++;
    else if (setting === undefined) withoutSetting++;
    if (status === undefined) withoutStatus++;
    else if (status === 'invited') interviews++;
    else if (status === 'interviewed' || status === 'ranked') {
      interviews++;
      held++;
    }
    if (track === 'preliminary' || (specialty !== undefined && oneYearSpecialties.has(specialty))) oneYear++;
    else if (track === undefined) withoutTrack++;
  }
  return { reach, withoutBand, academic, withoutSetting, interviews, held, withoutStatus, oneYear, withoutTrack };
}

/** Whether a part of a whole is more than so many per cent of it. */
export const isMoreThan = (part: number, whole: number, perCent: number): boolean => part * 100 > whole * perCent;

/** Whether a part of a whole is less than so many per cent of it. */
export const isLessThan = (part: number, whole: number, perCent: number): boolean => part * 100 < whole * perCent;

/** Whether a program that says what it says cannot take the applicant; what a row or the record does not state never speaks against it. */
export function isExcluded(program: ProgramChoice, view: ApplicantView): boolean {
  return (
    !considers(program) &&
    (byVisa(program, view.record) ||
      byScore(program, view) ||
      byAttempt(program, view) ||
      byGraduation(program, view) ||
      byImg(program, view))
  );
}

/** Why a program cannot take the applicant. */
export function exclusionReasonsOf(program: ProgramChoice, view: ApplicantView): ExclusionReason[] {
  const reasons: ExclusionReason[] = [];
  if (byVisa(program, view.record)) reasons.push('visa');
  if (byScore(program, view)) reasons.push('score');
  if (byAttempt(program, view)) reasons.push('failed-attempt');
  if (byGraduation(program, view)) reasons.push('graduation');
  if (byImg(program, view)) reasons.push('img');
  return reasons;
}

/** The first fact of the record that a row asks for and that is not known. */
export function missingForExclusion(programs: readonly ProgramChoice[], view: ApplicantView): string | undefined {
  const { needsVisa, exams, standing, record } = view;
  for (const program of programs) {
    if (considers(program)) continue;
    if (needsVisa === undefined && (program.sponsorsJ1 === false || program.sponsorsH1b === false)) return paths.visa;
    if (exams === undefined && (program.minimumStep2 !== undefined || program.takesFailedAttempt === false)) return paths.exams;
    if (program.minimumStep2 !== undefined && standing.missing !== undefined && view.step2Score === undefined) return standing.missing;
    if (program.maximumYearsSinceGraduation !== undefined && record.graduatesOn === undefined) return paths.graduatesOn;
  }
  return undefined;
}

/** A program that has invited the applicant can take the applicant, and one that is off the list need not. */
const considers = ({ status }: ProgramChoice): boolean =>
  status === 'invited' || status === 'interviewed' || status === 'ranked' || status === 'declined';

function byVisa({ sponsorsJ1, sponsorsH1b }: ProgramChoice, { visa }: ApplicantRecord): boolean {
  switch (visa?.need) {
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

const byScore = ({ minimumStep2 }: ProgramChoice, { step2Score }: ApplicantView): boolean =>
  minimumStep2 !== undefined && step2Score !== undefined && step2Score < minimumStep2;

const byAttempt = ({ takesFailedAttempt }: ProgramChoice, { exams }: ApplicantView): boolean =>
  takesFailedAttempt === false && exams !== undefined && exams.failures > 0;

const byGraduation = (
  { maximumYearsSinceGraduation: years }: ProgramChoice,
  { record: { graduatesOn }, policy: { today } }: ApplicantView,
): boolean => years !== undefined && graduatesOn !== undefined && graduatesOn < today.yearsBefore(years);

const byImg = ({ takesImg }: ProgramChoice, { isImg }: ApplicantView): boolean => takesImg === false && isImg;
