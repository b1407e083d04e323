import type { Day } from './day.js';
import type { RuleCode } from './evidence.js';
import type { FindingLevel, RiskLevel } from './level.js';
import type { Agreement } from './plan.js';
import type { ReviewStanding } from './review.js';

/** What the school has done about one applicant, as it stands before an assessment: days only, never a text that somebody wrote. */
export interface Casework {
  /** The level that stands, and the day since which it has stood; null before the first assessment. */
  readonly riskLevel: RiskLevel | null;
  readonly levelSince: Day | null;
  /** Since which day the level has been at risk or above without a break; null while it is not. */
  readonly atRiskSince: Day | null;
  /** Open flags that a rule may ask about: those at a level that is reviewed, and those of `caseworkFlagCodes`. */
  readonly flags: readonly CaseworkFlag[];
  /** What was decided last about each of them, where anything was. */
  readonly reviews: readonly CaseworkReview[];
  /** Meetings that were held. */
  readonly meetings: readonly { readonly on: Day; readonly with: 'dean' | 'advisor' | 'other' }[];
  /** The plan in force; null without one. */
  readonly plan: { readonly since: Day } | null;
  /** Tasks of the plan that are not done. */
  readonly tasks: readonly { readonly dueOn: Day }[];
  /** Check-ins that asked for help, and the day of the referral that followed. */
  readonly checkIns: readonly { readonly on: Day; readonly referredOn: Day | null }[];
  /** Undefined where the school does not keep mentors. */
  readonly mentors?: readonly { readonly knowsImgPath: boolean }[] | undefined;
  /** Facts that the applicant agreed to change, in the plan in force or in a meeting; undefined where that is not kept. */
  readonly agreed?: readonly Agreement[] | undefined;
}

/** An open flag; `risenOn` is the day it opened or last came up to a higher level. */
export interface CaseworkFlag {
  readonly code: string;
  readonly level: FindingLevel;
  readonly openedOn: Day;
  readonly risenOn: Day;
}

/** The review of an open flag, by its code. */
export interface CaseworkReview extends ReviewStanding {
  readonly code: string;
}

/** Flags that rules about the school's response ask about whatever their level. */
export const caseworkFlagCodes = ['exam.step1-failed', 'exam.step2-failed'] as const satisfies readonly RuleCode[];

/** A school that has done nothing about an applicant whom nobody has assessed. */
export const noCasework: Casework = {
  riskLevel: null,
  levelSince: null,
  atRiskSince: null,
  flags: [],
  reviews: [],
  meetings: [],
  plan: null,
  tasks: [],
  checkIns: [],
  agreed: [],
};

/** Codes of findings that only people with the right to wellbeing may see, in whatever answer they stand. */
export const restrictedRuleCodes: ReadonlySet<string> = new Set<RuleCode>(['care.wellbeing']);
