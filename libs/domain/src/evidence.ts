import type { Evidence, EvidenceValue, ImgTier, ScoreCategory, SpecialtyTier } from './answer.js';
import type { Day } from './day.js';
import type { RiskLevel } from './level.js';
import type { contingencyPaths, ExamName, Experience, Letter, ProgramChoice } from './record.js';
import type { ChangeableFact } from './record-change.js';
import type { SpecialtyKey } from './specialty.js';

/** One failed sitting as evidence; the score and the mark of its day are null where they are not known. */
export type FailedAttempt = { readonly takenOn: Day; readonly score: number | null; readonly passMark: number | null };

/** Where the evidence of a category A, B or C comes from. */
export type CategoryEvidence = {
  readonly category: ScoreCategory;
  readonly specialty: SpecialtyKey | null;
  readonly tier: SpecialtyTier | null;
  readonly score: number;
  /** Low end of the specialty's range. */
  readonly low: number | null;
  /** `low − score`. */
  readonly gap: number | null;
};

/** One fall of results as evidence; a band is named by the score category it stands beside. */
export type Decline =
  | {
      readonly in: 'step1-to-step2';
      readonly step1: number;
      readonly step1Band: ScoreCategory;
      readonly step2: number;
      readonly category: ScoreCategory;
    }
  | { readonly in: 'comlex' | 'shelf'; readonly scores: readonly number[] };

/** Why a tier applies to an IMG, and what sets it. */
export const imgTierCauses = ['step2', 'step1', 'failed-attempt', 'no-usce', 'graduation', 'visa'] as const;
export type ImgTierCause = (typeof imgTierCauses)[number];

/** One contradiction within a record. */
export type Impossibility = {
  readonly kind: 'pass-below-mark' | 'fail-above-mark' | 'score-off-scale' | 'before-birth' | 'in-the-future' | 'two-on-one-day';
  readonly exam: ExamName;
  readonly takenOn: Day;
  readonly score: number | null;
  readonly passMark: number | null;
};

/** Why a program cannot take an applicant. */
export const exclusionReasons = ['visa', 'score', 'failed-attempt', 'graduation', 'img'] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** Signals of one kind sent in one specialty, beside how many there are. */
export type SignalCount = {
  readonly specialty: SpecialtyKey;
  readonly kind: NonNullable<ProgramChoice['signal']>;
  readonly sent: number;
  readonly allotted: number;
};

/** From and to which day something of the record reached; null where it is not known or goes on. */
export type RedFlagDays = { readonly from: Day | null; readonly to: Day | null };

/** A score below the range, or exam attempts not passed, as the reason why something is asked of an applicant. */
export type ScoreConcern = { readonly category: ScoreCategory | null; readonly failures: number };

/** What an applicant can plan for the next cycle. */
export type NextCyclePath = (typeof contingencyPaths)[number];

/** Why a Step 2 CK score is needed before applications are sent. */
export type LateScoreCause = 'tier' | 'step1-failed' | 'step1-late' | 'img';

/** What each rule's finding rests on. The keys are the codes of all rules, stable for ever. */
export type EvidenceByCode = {
  'exam.step2-category': CategoryEvidence & {
    readonly takenOn: Day;
    readonly passMark: number | null;
    readonly marginal: boolean;
    /** Category C because the score lies within the margin above the pass mark. */
    readonly nearPass: boolean;
  };
  'exam.step2-failed': { readonly failed: readonly FailedAttempt[]; readonly passedOn: Day | null };
  'exam.step1-failed': {
    readonly failed: readonly FailedAttempt[];
    readonly passedOn: Day | null;
    readonly step2: number | null;
    readonly offset: 'partly' | 'clearly' | null;
    readonly offsetFrom: number;
  };
  'exam.multiple-failures': { readonly failures: number; readonly failed: readonly { readonly exam: ExamName; readonly takenOn: Day }[] };
  'exam.attempts-left': { readonly steps: readonly { readonly exam: ExamName; readonly used: number }[]; readonly maximum: number };
  'exam.step1-numeric-low': { readonly score: number; readonly takenOn: Day; readonly line: number };
  'exam.step2-below-screens': {
    readonly score: number;
    readonly takenOn: Day;
    readonly line: number;
    readonly screens: readonly number[];
    readonly cleared: readonly number[];
  };
  'exam.declining': { readonly declines: readonly Decline[] };
  'exam.score-age': { readonly exam: ExamName; readonly firstPassedOn: Day; readonly windowEndsOn: Day };
  'exam.comlex-only': { readonly tier: SpecialtyTier | null };
  'exam.step3-for-visa': { readonly need: 'h1b-only'; readonly failed: readonly FailedAttempt[] };
  'practice.step1-not-ready': {
    readonly bookedFor: Day;
    readonly takenOn: Day | null;
    /** Per cent of the latest practice exam; null when none was taken. */
    readonly score: number | null;
    readonly line: number;
  };
  'practice.step2-below-target': {
    readonly bookedFor: Day;
    readonly takenOn: Day;
    readonly score: number;
    readonly passMark: number | null;
    readonly specialty: SpecialtyKey | null;
    readonly low: number | null;
    /** The line the score lies below, and what it stands for. */
    readonly line: number;
    readonly below: 'pass-mark' | 'reach' | 'target';
  };
  'practice.no-baseline': { readonly bookedFor: Day; readonly taken: number; readonly expected: number };
  'practice.stale': { readonly bookedFor: Day; readonly takenOn: Day; readonly days: number };
  'practice.question-bank': {
    readonly bookedFor: Day;
    readonly done: number;
    readonly expected: number;
    readonly toldOn: Day | null;
  };
  'practice.no-simulation': { readonly bookedFor: Day; readonly done: number; readonly expected: number; readonly toldOn: Day | null };
  'practice.no-backup-date': { readonly bookedFor: Day; readonly score: number; readonly line: number };
  'timeline.step1-late': { readonly exam: ExamName; readonly usualOn: Day; readonly lateFrom: Day; readonly bookedFor: Day | null };
  'timeline.step2-unscheduled': { readonly exam: ExamName; readonly since: Day };
  'timeline.step2-late': {
    readonly exam: ExamName;
    /** The booked day, or that of a sitting whose result is awaited. */
    readonly sittingOn: Day;
    readonly scoreBy: Day;
    readonly submitOn: Day;
    readonly because: readonly LateScoreCause[];
  };
  'timeline.step2-missing': { readonly exam: ExamName; readonly reviewOn: Day; readonly failed: number; readonly takenOn: Day | null };
  'timeline.graduation': { readonly graduatedOn: Day; readonly years: number };
  'timeline.late-step2': {
    readonly graduatedOn: Day;
    /** Null while Step 2 CK is not passed. */
    readonly takenOn: Day | null;
    readonly years: number;
  };
  'clinical.no-usce': {
    /** First day of experience to come; null when none is planned. */
    readonly plannedFrom: Day | null;
  };
  'clinical.observership-only': { readonly kinds: readonly Experience['kind'][] };
  'clinical.usce-stale': { readonly lastOn: Day; readonly months: number };
  'clinical.usce-short': {
    readonly specialty: SpecialtyKey;
    readonly days: number;
    readonly expectedDays: number;
    readonly sites: number;
    readonly expectedSites: number;
  };
  'clinical.usce-setting': { readonly specialty: SpecialtyKey };
  'clinical.no-specialty-rotation': CategoryEvidence & { readonly since: Day; readonly plannedFrom: Day | null };
  'clinical.clerkship': {
    /** Names of the core clerkships that were failed; empty when honors are what is missing. */
    readonly failed: readonly string[];
    readonly category: ScoreCategory | null;
    readonly specialty: SpecialtyKey | null;
  };
  'letters.too-few': { readonly uploaded: number; readonly agreed: number; readonly expected: number; readonly submitOn: Day };
  'letters.specialty': {
    readonly specialty: SpecialtyKey;
    readonly uploaded: number;
    readonly agreed: number;
    readonly expected: number;
    readonly submitOn: Day;
  };
  'letters.us': { readonly letters: number; readonly expected: number };
  'letters.educator': { readonly letters: number; readonly expected: number };
  'letters.lukewarm': CategoryEvidence & { readonly writers: readonly Letter['writer'][] };
  'letters.overfull': { readonly programs: number; readonly most: number; readonly limit: number };
  'letters.not-asked': {
    readonly specialty: SpecialtyKey;
    readonly rotations: readonly { readonly endedOn: Day; readonly site: string | null }[];
    readonly days: number;
  };
  'scholarly.none': {
    readonly category: ScoreCategory | null;
    readonly specialty: SpecialtyKey | null;
    readonly tier: SpecialtyTier | null;
  };
  'scholarly.no-output': { readonly from: Day; readonly days: number };
  'plan.no-specialty': { readonly since: Day };
  'plan.out-of-reach': CategoryEvidence;
  'plan.no-backup': CategoryEvidence & { readonly declined: readonly SpecialtyKey[]; readonly urgentFrom: Day };
  'plan.no-dual-application': CategoryEvidence & { readonly since: Day };
  'plan.rigid-geography': CategoryEvidence & { readonly geography: 'single-area' };
  'plan.no-priority': CategoryEvidence & { readonly since: Day };
  'list.too-short': {
    readonly programs: number;
    readonly minimum: number;
    readonly because: string;
    /** From here the list is expected to be long enough. */
    readonly since: Day;
  };
  'list.top-heavy': {
    readonly programs: number;
    readonly reach: number;
    readonly reachUpTo: number;
    readonly academic: number;
    readonly communityFrom: number;
  };
  'list.no-chance': {
    readonly programs: number;
    readonly excluded: number;
    /** The first of them, in the order of the list. */
    readonly first: readonly { readonly program: string; readonly reasons: readonly ExclusionReason[] }[];
  };
  'list.backup-thin': { readonly backups: readonly SpecialtyKey[]; readonly programs: number; readonly minimum: number };
  'list.no-preliminary': CategoryEvidence & { readonly programs: number };
  'list.signals': { readonly signals: readonly SignalCount[]; readonly unusedFrom: Day | null };
  'img.tier': {
    readonly tier: ImgTier;
    readonly triggers: readonly ImgTierCause[];
    readonly factors: readonly ImgTierCause[];
    readonly step2: number | null;
    readonly step1: number | null;
    readonly failures: number;
    readonly graduatedOn: Day | null;
  };
  'visa.h1b-only': { readonly need: 'j1' | 'h1b-only' | 'j1-or-h1b' };
  'record.professionalism': { readonly citations: readonly RedFlagDays[] };
  'record.leave': { readonly leaves: readonly (RedFlagDays & { readonly explained: boolean | null })[] };
  'record.unexplained-gap': { readonly gaps: readonly RedFlagDays[]; readonly months: number };
  'record.course-failure': { readonly courses: readonly RedFlagDays[] };
  'statement.missing': { readonly status: 'none' | 'draft' | 'reviewed'; readonly since: Day };
  'statement.not-reviewed': ScoreConcern & { readonly since: Day };
  'interview.no-account': ScoreConcern & { readonly since: Day };
  'interview.no-mock': { readonly interviews: number };
  'interview.no-thanks': { readonly interviews: number; readonly earliestOn: Day };
  'interview.few': { readonly interviews: number; readonly minimum: number; readonly since: Day };
  'contingency.no-plan': ScoreConcern & { readonly imgTier: ImgTier | null; readonly since: Day };
  'contingency.soap-not-ready': { readonly lacks: readonly ('statement' | 'letters')[]; readonly since: Day };
  'contingency.rank-list': { readonly interviews: number; readonly dueOn: Day };
  'contingency.unmatched': { readonly plan: NextCyclePath | null };
  'contingency.idle-year': { readonly lastOn: Day | null; readonly since: Day; readonly days: number };
  'care.no-advisor': { readonly riskLevel: RiskLevel };
  'care.no-meeting': {
    readonly riskLevel: RiskLevel;
    /** A failed Step that no meeting with a dean has followed. */
    readonly failed: { readonly exam: ExamName; readonly takenOn: Day } | null;
    readonly lastMeetingOn: Day | null;
    /** The day the waiting began: the last meeting, or the day the level or flag that asks for one began. */
    readonly since: Day;
    readonly days: number;
  };
  'care.no-plan': { readonly riskLevel: RiskLevel; readonly since: Day; readonly days: number };
  'care.overdue-task': { readonly tasks: number; readonly earliestDueOn: Day };
  'care.plan-drift': {
    readonly agreements: number;
    /** The first of them, the earliest due first; `now` is null where nothing of the kind is there. */
    readonly first: readonly {
      readonly fact: ChangeableFact;
      readonly dueOn: Day;
      readonly wanted: number | string | boolean;
      readonly now: number | string | boolean | null;
    }[];
  };
  'care.no-mentor': { readonly mentors: number };
  'care.unreviewed': {
    readonly flags: number;
    /** The first of them, the longest waiting first. */
    readonly first: readonly { readonly code: string; readonly since: Day }[];
    readonly days: number;
  };
  'care.wellbeing': { readonly askedOn: Day };
  'data.missing': { readonly missing: readonly string[] };
  'data.impossible': { readonly impossible: readonly Impossibility[] };
  'data.stale': { readonly changedOn: Day; readonly days: number };
};

/** The codes of all rules. */
export type RuleCode = keyof EvidenceByCode;

/** What each strength rests on. */
export type EvidenceByStrength = {
  'exam.rising': {
    readonly rises: readonly { readonly in: 'step1-to-step2' | 'step2' | 'comlex' | 'shelf'; readonly scores: readonly number[] }[];
  };
  'exam.clears-screens': { readonly score: number; readonly cleared: readonly number[] };
  'exam.step3-passed': { readonly takenOn: Day; readonly score: number | null };
  'clinical.honors': { readonly clerkships: readonly string[] };
  'clinical.recent-hands-on': { readonly lastOn: Day };
  'letters.strong': { readonly letters: number };
  'scholarly.output': { readonly works: number };
};
export type StrengthCode = keyof EvidenceByStrength;

/** The evidence type of a code; any evidence for a code that has no entry. */
export type EvidenceOf<Code extends string> = Code extends RuleCode
  ? EvidenceByCode[Code]
  : Code extends StrengthCode
    ? EvidenceByStrength[Code]
    : Evidence;

/** Fails to compile when an evidence type holds something that is not data. */
export type EvidenceIsData = EvidenceByCode[RuleCode] extends { readonly [key: string]: EvidenceValue } ? true : never;
