import type { SpecialtyKey } from './specialty.js';

/** How a whole file stands against its specialty, best first. */
export const filePositions = ['within-range', 'broaden', 'borderline', 'backup'] as const;
export type FilePosition = (typeof filePositions)[number];

/** The parts of a file beside the scores. */
export const fileComponents = ['clinical', 'letters', 'research', 'service', 'professionalism'] as const;
export type FileComponent = (typeof fileComponents)[number];

export const componentRatings = ['strong', 'neutral', 'weak'] as const;
export type ComponentRating = (typeof componentRatings)[number];

/** How much research there is to show. */
export const researchAmounts = ['none', 'minimal', 'some', 'strong'] as const;
export type ResearchAmount = (typeof researchAmounts)[number];

/** How another source than the one computed with groups a specialty, and where the score then stands. */
export interface OtherReading {
  readonly specialty: SpecialtyKey;
  readonly group: 'highly-competitive' | 'moderately-competitive' | 'less-numerically-competitive';
  readonly low: number;
  /** `low − score`; null without a score. */
  readonly gap: number | null;
}

/** A file as a whole; null is not known. */
export interface WholeFile {
  readonly position: FilePosition | null;
  readonly components: Readonly<Record<FileComponent, ComponentRating | null>>;
  readonly research: ResearchAmount | null;
  /** For the specialties of the plan, in its order. */
  readonly otherReadings: readonly OtherReading[];
}

/** What applications cost in US dollars: for the programs on the list, and for as many as are advised in one specialty. Null is not known. */
export interface ApplicationCosts {
  readonly listed: number | null;
  readonly advised: { readonly minimum: number; readonly maximum: number } | null;
}
