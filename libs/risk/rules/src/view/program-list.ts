import type { ApplicantRecord, EvidenceOf, ExclusionReason, ProgramChoice, SpecialtyKey } from '@matchwatch/domain';
import type { ApplicantView } from './applicant-view.js';
import { paths } from './paths.js';

/** What of an applicant a program can refuse; what is not known refuses nothing. */
interface Refusable {
  readonly need: NonNullable<ApplicantRecord['visa']>['need'] | undefined;
  readonly score: number | undefined;
  readonly hasFailed: boolean;
  /** A program that accepts fewer years since graduation than this refuses the applicant; 0 when none can. */
  readonly years: number;
  readonly isImg: boolean;
}

/**
 * A program list as rules ask about it. The list is by far the longest part of a record, so it is walked once per applicant for everything that
 * rules ask of everybody; what only some applicants are asked is counted when it is.
 */
export class ProgramList {
  /** Interviews booked or held. */
  interviews = 0;
  held = 0;
  withoutStatus = 0;
  /** Most letters assigned to one of them that is still on the list. */
  mostLetters = 0;
  /** Some that are still on the list do not state their letters. */
  withoutLetters = false;
  /** Rows that, by what they say of themselves, cannot take the applicant. */
  excluded = 0;
  /** Signals of the primary specialty; without a primary specialty, none. */
  gold = 0;
  silver = 0;
  single = 0;
  /** Some signals sit on rows of another specialty or of none that is stated. */
  strayed = false;

  constructor(
    readonly programs: readonly ProgramChoice[],
    view: ApplicantView,
  ) {
    const primary = view.record.specialtyPlan?.primary;
    const { need, score, hasFailed, years, isImg } = refusableOf(view);
    const j1 = need === 'j1';
    const h1b = need === 'h1b-only';
    const either = need === 'j1-or-h1b';
    const screened = score ?? Number.POSITIVE_INFINITY;
    let booked = 0;
    let held = 0;
    let withoutStatus = 0;
    let excluded = 0;
    let mostLetters = 0;
    let withoutLetters = false;
    const personal = isImg || j1 || h1b || either || hasFailed || years > 0;
    // Each field is read only for those whom it can tell something: rows come in many shapes, which makes every read count.
    for (let i = 0; i < programs.length; i++) {
      const row = programs[i] as ProgramChoice;
      const { status, signal, letters } = row;
      if (signal !== undefined) this.#count(row, signal, primary);
      if (status === 'planned' || status === 'applied' || status === undefined) {
        if (status === undefined) withoutStatus++;
        const { minimumStep2 } = row;
        if (
          (minimumStep2 !== undefined && screened < minimumStep2) ||
          (personal &&
            ((isImg && row.takesImg === false) ||
              (j1 && row.sponsorsJ1 === false) ||
              (h1b && row.sponsorsH1b === false) ||
              (either && row.sponsorsJ1 === false && row.sponsorsH1b === false) ||
              (hasFailed && row.takesFailedAttempt === false) ||
              (years > 0 && (row.maximumYearsSinceGraduation ?? years) < years)))
        )
          excluded++;
      } else if (status === 'declined') continue;
      // A program that has invited the applicant can take the applicant, and one that is off the list need not.
      else if (status === 'invited') booked++;
      else held++;
      if (letters === undefined) withoutLetters = true;
      else if (letters > mostLetters) mostLetters = letters;
    }
    this.interviews = booked + held;
    this.held = held;
    this.withoutStatus = withoutStatus;
    this.excluded = excluded;
    this.mostLetters = mostLetters;
    this.withoutLetters = withoutLetters;
  }

  get length(): number {
    return this.programs.length;
  }

  /** Programs still on the list with more letters than a number. */
  countAssigned(moreThan: number): number {
    return this.programs.filter(({ letters, status }) => status !== 'declined' && letters !== undefined && letters > moreThan).length;
  }

  #count(row: ProgramChoice, signal: NonNullable<ProgramChoice['signal']>, primary: SpecialtyKey | undefined): void {
    if (primary === undefined || row.specialty !== primary) this.strayed = true;
    else if (signal === 'gold') this.gold++;
    else if (signal === 'silver') this.silver++;
    else this.single++;
  }
}

/** Counts reaches and academic programs, and apart from them the rows that do not state their band or setting. */
export function countMix(programs: readonly ProgramChoice[]) {
  let reach = 0;
  let withoutBand = 0;
  let academic = 0;
  let withoutSetting = 0;
  for (let i = 0; i < programs.length; i++) {
    const { band, setting } = programs[i] as ProgramChoice;
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
  for (let i = 0; i < programs.length; i++) {
    const { track, specialty } = programs[i] as ProgramChoice;
    if (track === 'preliminary' || (specialty !== undefined && specialties.includes(specialty))) oneYear++;
    else if (track === undefined) withoutTrack++;
  }
  return { oneYear, withoutTrack };
}

/** Whether a part of a whole is more than so many per cent of it. */
export const isMoreThan = (part: number, whole: number, perCent: number): boolean => part * 100 > whole * perCent;

/** Whether a part of a whole is less than so many per cent of it. */
export const isLessThan = (part: number, whole: number, perCent: number): boolean => part * 100 < whole * perCent;

function refusableOf({ record, step2Score, exams, isImg, yearsSinceGraduation }: ApplicantView): Refusable {
  return {
    need: record.visa?.need,
    score: step2Score,
    hasFailed: exams !== undefined && exams.failures > 0,
    years: yearsSinceGraduation,
    isImg,
  };
}

/** A program that cannot take the applicant, as evidence. */
export type Exclusion = EvidenceOf<'list.no-chance'>['first'][number];

/** The first so many programs that cannot take the applicant, each with every reason. */
export function firstExcluded(programs: readonly ProgramChoice[], view: ApplicantView, most: number): Exclusion[] {
  const facts = refusableOf(view);
  const found: Exclusion[] = [];
  for (let i = 0; i < programs.length && found.length < most; i++) {
    const row = programs[i] as ProgramChoice;
    if (considers(row)) continue;
    const reasons = exclusionReasonsOf(row, facts);
    if (reasons !== undefined) found.push({ program: row.program, reasons });
  }
  return found;
}

function exclusionReasonsOf(row: ProgramChoice, { need, score, hasFailed, years, isImg }: Refusable): ExclusionReason[] | undefined {
  const { sponsorsJ1, sponsorsH1b, minimumStep2 } = row;
  let reasons: ExclusionReason[] | undefined;
  const byVisa =
    need === 'j1'
      ? sponsorsJ1 === false
      : need === 'h1b-only'
        ? sponsorsH1b === false
        : need === 'j1-or-h1b' && sponsorsJ1 === false && sponsorsH1b === false;
  if (byVisa) reasons = ['visa'];
  if (minimumStep2 !== undefined && score !== undefined && score < minimumStep2) reasons = added(reasons, 'score');
  if (hasFailed && row.takesFailedAttempt === false) reasons = added(reasons, 'failed-attempt');
  if (years > 0 && (row.maximumYearsSinceGraduation ?? years) < years) reasons = added(reasons, 'graduation');
  if (isImg && row.takesImg === false) reasons = added(reasons, 'img');
  return reasons;
}

function added(reasons: ExclusionReason[] | undefined, reason: ExclusionReason): ExclusionReason[] {
  if (reasons === undefined) return [reason];
  reasons.push(reason);
  return reasons;
}

/** The first fact of the record that a row asks for and that is not known. */
export function missingForExclusion(programs: readonly ProgramChoice[], view: ApplicantView): string | undefined {
  const { needsVisa, exams, standing, record, step2Score } = view;
  const scoreMissing = step2Score === undefined ? standing.missing : undefined;
  const asksGraduation = record.graduatesOn === undefined;
  if (needsVisa !== undefined && exams !== undefined && scoreMissing === undefined && !asksGraduation) return undefined;
  for (let i = 0; i < programs.length; i++) {
    const row = programs[i] as ProgramChoice;
    if (considers(row)) continue;
    if (needsVisa === undefined && (row.sponsorsJ1 === false || row.sponsorsH1b === false)) return paths.visa;
    if (exams === undefined && (row.minimumStep2 !== undefined || row.takesFailedAttempt === false)) return paths.exams;
    if (scoreMissing !== undefined && row.minimumStep2 !== undefined) return scoreMissing;
    if (asksGraduation && row.maximumYearsSinceGraduation !== undefined) return paths.graduatesOn;
  }
  return undefined;
}

/** A program that has invited the applicant can take the applicant, and one that is off the list need not. */
const considers = ({ status }: ProgramChoice): boolean =>
  status === 'invited' || status === 'interviewed' || status === 'ranked' || status === 'declined';
