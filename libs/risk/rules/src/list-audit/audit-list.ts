import {
  type ApplicantRecord,
  type AuditedProgram,
  type AuditQuestion,
  type AuditReason,
  type AuditStanding,
  type Day,
  isStale,
  type ListAudit,
  type Program,
  type ProgramChoice,
  type ProgramFactName,
  type ProgramFacts,
} from '@matchwatch/domain';
import { findSeason, type Policy } from '@matchwatch/risk-policy';
import { ApplicantView } from '../view/applicant-view.js';
import { coveredDays } from '../view/covered-days.js';
import { ViewPolicy } from '../view/view-policy.js';

/** A program of the table behind a line of the list, where there is one. */
export type ListedProgram = { readonly id: number; readonly program: Program } | undefined;

type Own = boolean | number | string | null;

/** What programs hold against applicants, as far as it is known of this one; null is not known. */
interface Applicant {
  readonly need: NonNullable<ApplicantRecord['visa']>['need'] | null;
  readonly mayNeedVisa: boolean;
  readonly isImg: boolean;
  readonly score: number | null;
  readonly scoreIsOut: boolean | null;
  /** Most sittings of any one Step. */
  readonly attempts: number | null;
  readonly failures: number | null;
  readonly firstStepOn: Day | null;
  readonly graduatesOn: Day | null;
  /** Begun ones counted as whole; 0 while the day is not known. */
  readonly yearsSinceGraduation: number;
  readonly graduated: number | null;
  readonly step3Passed: boolean | null;
  readonly usceMonths: number | null;
  readonly handsOn: boolean | null;
  readonly letters: number | null;
  readonly specialtyLetters: number | null;
  readonly usLetters: number | null;
  readonly isOlderThan: (day: Day, years: number) => boolean;
}

/**
 * Holds an applicant's list against what the table of programs knows, line by line. Nothing of it is a finding: it moves no level, and what a
 * program does not say is not known. `programs` stand as the lines do. Facts checked before the season opened are marked as stale.
 */
export function auditList(record: ApplicantRecord, programs: readonly ListedProgram[], policy: Policy, asOf: Day): ListAudit {
  const viewPolicy = new ViewPolicy(policy, asOf);
  const seasonOpens = findSeason(policy, record.season, asOf)?.opens ?? null;
  const view = new ApplicantView(record, {}, viewPolicy);
  const applicant = applicantOf(view, viewPolicy);
  const lines = record.programs?.map((line, at) => auditLine(line, programs[at], applicant, seasonOpens ?? undefined));
  return { seasonOpens, programs: lines ?? null };
}

/** A program that has invited the applicant can take the applicant, and one that is off the list need not. */
const isSettled = ({ status }: ProgramChoice): boolean => status !== undefined && status !== 'planned' && status !== 'applied';

function auditLine(line: ProgramChoice, listed: ListedProgram, applicant: Applicant, seasonOpens: Day | undefined): AuditedProgram {
  const settled = isSettled(line);
  const facts = listed?.program.facts;
  const reading = facts === undefined || settled ? undefined : new Reading(facts, seasonOpens);
  if (reading !== undefined) read(reading, line, applicant);
  return {
    program: line.program,
    specialty: line.specialty ?? null,
    status: line.status ?? null,
    programId: listed?.id ?? null,
    settled,
    reasons: reading?.reasons ?? [],
    unknown: reading?.unknown ?? [],
  };
}

/** What one program says, gathered question by question. */
class Reading {
  readonly reasons: AuditReason[] = [];
  readonly unknown: ProgramFactName[] = [];

  constructor(
    readonly facts: ProgramFacts,
    private readonly seasonOpens: Day | undefined,
  ) {}

  /** Adds what a known fact comes to; `standingOf` answers undefined where it matters to nobody like this applicant. */
  ask<N extends ProgramFactName>(
    question: AuditQuestion,
    name: N,
    own: Own,
    standingOf: (value: NonNullable<ProgramFacts[N]>['value']) => AuditStanding | undefined,
  ): void {
    const fact = this.facts[name];
    if (fact === undefined) return;
    const stands = standingOf(fact.value);
    if (stands === undefined) return;
    const { value, source, note, checkedOn } = fact;
    const stale = isStale(fact, this.seasonOpens);
    // What a forum says shuts nobody out: it is to be looked up where it counts.
    const standing = stands === 'against' && source === 'forum' ? 'asks' : stands;
    this.reasons.push({ question, standing, fact: name, value, own, source, note: note ?? null, checkedOn, stale });
  }

  /** Notes what matters to this applicant and is not known of the program. */
  need(...names: ProgramFactName[]): void {
    for (const name of names) if (this.facts[name] === undefined) this.unknown.push(name);
  }
}

/** Against or weighing when a demand is not met, a question when the own fact is not known. */
const demand = (met: boolean | null, unmet: AuditStanding): AuditStanding | undefined => (met === null ? 'asks' : met ? undefined : unmet);

function read(reading: Reading, line: ProgramChoice, applicant: Applicant): void {
  readVisa(reading, applicant);
  const { score, isImg, failures, attempts, graduatesOn, graduated, step3Passed } = applicant;
  reading.ask('score', 'minimumStep2', score, (minimum) => demand(score === null ? null : score >= minimum, 'against'));
  reading.ask('preferred-score', 'preferredStep2', score, (preferred) => demand(score === null ? null : score >= preferred, 'weighs'));
  const { scoreIsOut } = applicant;
  reading.ask('score-to-apply', 'step2ToApply', scoreIsOut, (wanted) => (wanted ? demand(scoreIsOut, 'weighs') : undefined));
  reading.ask('attempts', 'maximumAttempts', attempts, (most) => demand(attempts === null ? null : attempts <= most, 'against'));
  const { firstStepOn } = applicant;
  reading.ask('exam-age', 'maximumExamAge', firstStepOn, (years) =>
    firstStepOn !== null && applicant.isOlderThan(firstStepOn, years) ? 'against' : undefined,
  );
  reading.ask('graduation', 'maximumYearsSinceGraduation', graduatesOn, (most) =>
    demand(graduatesOn === null ? null : applicant.yearsSinceGraduation <= most, 'against'),
  );
  reading.ask('step3', 'asksStep3', step3Passed, (asks) => (asks ? demand(step3Passed, 'weighs') : undefined));
  if (isImg) readForImg(reading, applicant, graduated);
  readLetters(reading, applicant);
  const { signal } = line;
  if (signal !== undefined) reading.ask('signal', 'takesSignals', signal, (takes) => (takes ? undefined : 'weighs'));
  reading.ask('holistic', 'holisticReview', null, (holistic) => (holistic ? 'for' : undefined));
  reading.ask('former-students', 'formerStudents', null, (students) => (students > 0 ? 'for' : undefined));
  reading.need('minimumStep2');
  if (failures !== null && failures > 0) reading.need('maximumAttempts');
  if (isImg) reading.need('takesImg', 'maximumYearsSinceGraduation');
}

function readVisa(reading: Reading, { need, mayNeedVisa }: Applicant): void {
  const { sponsorsJ1, sponsorsH1b } = reading.facts;
  if (need === 'none' || !mayNeedVisa) return;
  const no = (): AuditStanding => (need === null ? 'asks' : 'against');
  switch (need) {
    case 'j1':
      reading.ask('visa', 'sponsorsJ1', need, (sponsors) => (sponsors ? 'for' : no()));
      reading.need('sponsorsJ1');
      return;
    case 'h1b-only':
      reading.ask('visa', 'sponsorsH1b', need, (sponsors) => (sponsors ? 'for' : no()));
      reading.need('sponsorsH1b');
      return;
    default:
      // Either visa will do, or it is not known whether one is needed.
      if (sponsorsJ1?.value === true) reading.ask('visa', 'sponsorsJ1', need, () => (need === null ? undefined : 'for'));
      else if (sponsorsH1b?.value === true) reading.ask('visa', 'sponsorsH1b', need, () => (need === null ? undefined : 'for'));
      else if (sponsorsJ1 !== undefined && sponsorsH1b !== undefined) reading.ask('visa', 'sponsorsJ1', need, no);
      else reading.need('sponsorsJ1', 'sponsorsH1b');
  }
}

function readForImg(reading: Reading, { usceMonths, handsOn }: Applicant, graduated: number | null): void {
  reading.ask('img', 'takesImg', true, (takes) => (takes ? undefined : 'against'));
  if (reading.facts.takesImg?.value !== false) reading.ask('img', 'imgShare', true, (share) => (share > 0 ? undefined : 'weighs'));
  reading.ask('resident-years', 'residentsGraduatedFrom', graduated, (earliest) =>
    graduated !== null && graduated < earliest ? 'weighs' : undefined,
  );
  // Certification is not kept in a record: whether it is there by then, a person must say.
  reading.ask('certification', 'ecfmgToInterview', null, (wanted) => (wanted ? 'asks' : undefined));
  reading.ask('usce', 'usceMonths', usceMonths, (months) => demand(usceMonths === null ? null : usceMonths >= months, 'against'));
  reading.ask('hands-on', 'handsOnUsce', handsOn, (wanted) => (wanted ? demand(handsOn, 'against') : undefined));
}

function readLetters(reading: Reading, { letters, specialtyLetters, usLetters }: Applicant): void {
  reading.ask('letters', 'letters', letters, (wanted) => demand(letters === null ? null : letters >= wanted, 'weighs'));
  reading.ask('specialty-letters', 'specialtyLetters', specialtyLetters, (wanted) =>
    demand(specialtyLetters === null ? null : specialtyLetters >= wanted, 'weighs'),
  );
  reading.ask('us-letters', 'usLetters', usLetters, (wanted) => demand(usLetters === null ? null : usLetters >= wanted, 'weighs'));
}

const steps = ['step1', 'step2ck', 'step3'] as const;

function applicantOf(view: ApplicantView, policy: ViewPolicy): Applicant {
  const { record, exams, letters } = view;
  const sittings = exams === undefined ? [] : steps.flatMap((step) => exams[step].attempts);
  const agreed = letters && letters.agreed + letters.uploaded;
  return {
    need: record.visa?.need ?? null,
    mayNeedVisa: view.needsVisa !== false,
    isImg: view.isImg,
    score: view.step2Score ?? null,
    scoreIsOut: exams === undefined ? null : view.step2Score !== undefined,
    attempts: exams === undefined ? null : Math.max(0, ...steps.map((step) => exams[step].attempts.length)),
    failures: exams?.failures ?? null,
    firstStepOn: sittings.map(({ takenOn }) => takenOn).sort()[0] ?? null,
    graduatesOn: record.graduatesOn ?? null,
    yearsSinceGraduation: view.yearsSinceGraduation,
    graduated: record.graduatesOn === undefined ? null : Number(record.graduatesOn.slice(0, 4)),
    step3Passed: exams === undefined ? null : exams.step3.passing !== undefined,
    usceMonths: usceMonthsOf(view, policy),
    handsOn: handsOnOf(view),
    letters: agreed ?? null,
    specialtyLetters:
      letters === undefined || record.specialtyPlan?.primary === undefined || letters.unknownSpecialty > 0
        ? null
        : letters.agreedInSpecialty + letters.uploadedInSpecialty,
    usLetters: letters === undefined || letters.unknownCountry > 0 ? null : letters.fromUs,
    isOlderThan: (day, years) => day < policy.today.yearsBefore(years),
  };
}

/** Whole months of US clinical experience in the specialty of the plan; null where a day, a country or a specialty is missing. */
function usceMonthsOf({ usceRecord, record }: ApplicantView, { values }: ViewPolicy): number | null {
  if (usceRecord === undefined || record.specialtyPlan?.primary === undefined) return null;
  const { inSpecialty, unknownCountry, unknownSpecialty } = usceRecord;
  if (unknownCountry || unknownSpecialty || inSpecialty.some(({ from, to }) => from === undefined || to === undefined)) return null;
  return Math.floor(coveredDays(inSpecialty) / values['clinical.usce-short.month-days']);
}

function handsOnOf({ usceRecord }: ApplicantView): boolean | null {
  if (usceRecord === undefined) return null;
  if (usceRecord.handsOn) return true;
  return usceRecord.maybeHandsOn ? null : false;
}
