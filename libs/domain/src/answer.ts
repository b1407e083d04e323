import type { Advice } from './advice.js';
import type { Day } from './day.js';
import type { Area, FindingLevel, RiskLevel } from './level.js';
import type { SpecialtyKey } from './specialty.js';

export const specialtyTiers = ['ultra-competitive', 'competitive', 'mid-competitive', 'less-competitive'] as const;
export type SpecialtyTier = (typeof specialtyTiers)[number];
export const scoreCategories = ['on-target', 'A', 'B', 'C', 'failed'] as const;
export type ScoreCategory = (typeof scoreCategories)[number];
export const imgTiers = ['moderate', 'high', 'very-high'] as const;
export type ImgTier = (typeof imgTiers)[number];

export type EvidenceValue = number | string | boolean | null | readonly EvidenceValue[] | { readonly [key: string]: EvidenceValue };

/**
 * What a finding rests on, as data. It names days, never ages ("graduated 2019-05-01", not "7 years ago"),
 * so that an answer changes only when its cause does.
 */
export type Evidence = { readonly [key: string]: EvidenceValue };

/** A rule's raised answer for one applicant on one day. */
export interface Finding {
  readonly code: string;
  readonly area: Area;
  readonly level: FindingLevel;
  readonly evidence: Evidence;
}

/** A rule that lacked facts, with the paths of the record that would answer it. */
export interface UnknownFinding {
  readonly code: string;
  readonly missing: readonly string[];
}

/** A fact that speaks for the applicant. */
export interface Strength {
  readonly code: string;
  readonly evidence: Evidence;
}

/** Where a passed Step 2 CK stands against one specialty of the plan. `gap = range.low − score`. */
export interface SpecialtyCategory {
  readonly specialty: SpecialtyKey;
  readonly role: 'primary' | 'backup';
  readonly tier: SpecialtyTier | null;
  readonly category: ScoreCategory | null;
  readonly gap: number | null;
}

/** How many programs to apply to; `because` names what asked for each number, as a short neutral phrase. */
export interface ProgramTarget {
  readonly minimum: number;
  readonly maximum: number;
  readonly because: string;
}

/** The engine's whole answer for one record on one day. */
export interface Answer {
  readonly externalId: string;
  readonly asOf: Day;
  readonly policy: string;
  readonly riskLevel: RiskLevel;
  /** Codes of the findings that set the level, or of the missing essentials when it cannot be assessed. */
  readonly setBy: readonly string[];
  readonly categories: readonly SpecialtyCategory[];
  readonly imgTier: ImgTier | null;
  readonly programTarget: ProgramTarget | null;
  readonly findings: readonly Finding[];
  readonly unknown: readonly UnknownFinding[];
  readonly strengths: readonly Strength[];
  readonly careGaps: readonly Finding[];
  readonly advice: readonly Advice[];
}
