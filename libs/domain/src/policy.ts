import type { Day } from './day.js';
import type { RuleCode } from './evidence.js';
import type { FindingLevel } from './level.js';

/** One value of a policy key as a school writes it: what holds, and where it comes from. */
export interface PolicyEntry {
  readonly value: unknown;
  /** Citations into the register of sources, `id#locator`; `school#…` cites a decision of the school itself. */
  readonly sources: readonly string[];
  /** The sources leave this open: the school should confirm or replace it. */
  readonly confirm?: true;
}

/**
 * The content of a policy version: by key, then by the first day each value holds. Only keys that differ from the default; each key
 * given replaces the default's whole dated value.
 */
export type PolicyChanges = { readonly [key: string]: { readonly [since: Day]: PolicyEntry } };

/** Where something that was given as a policy is not one. */
export interface PolicyFault {
  /** Keys joined by dots: `category.A.gap-up-to.2026-01-01.value`; empty for the whole. */
  readonly path: string;
  readonly reason: string;
}

/** `error` keeps a draft from being published, `warning` asks for a look, `information` is good to know. */
export const noticeSeverities = ['error', 'warning', 'information'] as const;
export type NoticeSeverity = (typeof noticeSeverities)[number];

/** What a notice about a policy rests on, by its code. */
export interface EvidenceByNotice {
  /** Nothing is cited for a value. */
  'value.no-source': { readonly since: Day };
  /** Citations that the register of sources does not hold. */
  'value.unknown-source': { readonly since: Day; readonly sources: readonly string[] };
  /** On this day of the seasons looked at, no value of the key has begun. */
  'value.not-in-force': { readonly on: Day; readonly begins: Day | null };
  /** The school has not confirmed what its sources leave open. */
  'value.unconfirmed': { readonly since: Day };
  /** Values that belong in ascending order, the mildest level first, and are not; `on` is the first day on which it is so. */
  'values.out-of-order': { readonly on: Day; readonly values: readonly { readonly key: string; readonly value: unknown }[] };
  /** Two lines that leave nothing between them: the band they bound is empty. */
  'values.same': { readonly on: Day; readonly values: readonly { readonly key: string; readonly value: unknown }[] };
  /** Days of a season that a rule expects one after the other. */
  'days.out-of-order': { readonly season: number; readonly days: readonly { readonly key: string; readonly on: Day }[] };
  /** Numbers of one list that belong in ascending order and are not. */
  'list.out-of-order': { readonly on: Day; readonly value: readonly number[] };
  /** Scores from `from` to `to` belong to neither of two neighbouring bands. */
  'band.gap': { readonly on: Day; readonly from: number; readonly to: number };
  /** Scores from `from` to `to` belong to both of two neighbouring bands; null for no upper end. */
  'band.overlap': { readonly on: Day; readonly from: number; readonly to: number | null };
  /** The days of a season are not known, so that rules about them answer unknown. */
  'season.no-calendar': { readonly season: number };
  /** Two days of a calendar that do not come in their order. */
  'season.out-of-order': {
    readonly season: number;
    readonly days: readonly { readonly mark: string; readonly on: Day }[];
  };
  /** A calendar whose Match Day lies in another year than its name. */
  'season.wrong-year': { readonly season: number; readonly matchDay: Day };
  /** A rule that can no longer be raised: its line lies at the end of what it may be. Without `level`, at any level. */
  'rule.silent': { readonly on: Day; readonly rule: RuleCode; readonly level: FindingLevel | null };
  /** A rule that is raised for some of a set of trial records under the policy in force, and for none under this one. */
  'rule.never-raised': { readonly rule: RuleCode; readonly before: number; readonly trials: number };
}
export type NoticeCode = keyof EvidenceByNotice;

/** One thing that a reading of a whole policy found, for words to be made from. */
export type PolicyNotice = {
  readonly [C in NoticeCode]: {
    readonly code: C;
    readonly severity: NoticeSeverity;
    /** The keys it is about; the first is the one to mend. */
    readonly keys: readonly string[];
    readonly evidence: EvidenceByNotice[C];
  };
}[NoticeCode];

/** One policy key that two versions say differently. */
export interface PolicyDifference {
  readonly key: string;
  /** What is in force on the day compared, and since when; null where nothing is. */
  readonly before: (PolicyEntry & { readonly since: Day }) | null;
  readonly after: (PolicyEntry & { readonly since: Day }) | null;
  /** Every first day on which the two say something else, oldest first. */
  readonly steps: readonly { readonly since: Day; readonly before: PolicyEntry | null; readonly after: PolicyEntry | null }[];
}
