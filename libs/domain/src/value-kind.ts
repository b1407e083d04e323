/** Closed lists that a value of the policy can choose from, by name: what words call their items depends on it. */
export const choiceNames = [
  'specialty-tier',
  'specialty',
  'exam',
  'applicant-type',
  'visa-need',
  'experience-kind',
  'letter-writer',
  'contingency-path',
  'advice-owner',
] as const;
export type ChoiceName = (typeof choiceNames)[number];

/** A number with the ends of what it may be; with `step` 1 it is whole. */
export interface NumberKind {
  readonly type: 'number';
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** One item of a closed list; null where `optional` and none is chosen. */
export interface ChoiceKind {
  readonly type: 'choice';
  readonly unit: string;
  readonly of: ChoiceName;
  readonly options: readonly string[];
  readonly optional: boolean;
}

/** What a value of the policy may be: decides how it is checked, edited and put into words. */
export type ValueKind =
  | NumberKind
  | ChoiceKind
  /** A finding level. */
  | { readonly type: 'level'; readonly unit: string }
  /** `YYYY-MM-DD`. */
  | { readonly type: 'day'; readonly unit: string }
  /** `MM-DD`. */
  | { readonly type: 'month-day'; readonly unit: string }
  /** A day that falls alike in every season: `{ year, on }`. */
  | { readonly type: 'season-line'; readonly unit: string }
  /** Any number of items of a closed list, each once. */
  | { readonly type: 'choices'; readonly unit: string; readonly of: ChoiceName; readonly options: readonly string[] }
  /** Numbers in ascending order; `count` where there must be so many. */
  | { readonly type: 'numbers'; readonly unit: string; readonly each: NumberKind; readonly count: number | null }
  /** Two numbers under the names `ends`, the first not above the second; where `open`, the second may be null for no upper end. */
  | {
      readonly type: 'range';
      readonly unit: string;
      readonly ends: readonly [string, string];
      readonly each: NumberKind;
      readonly open: boolean;
    }
  /** Several numbers by name; null where `optional` and nothing is known. */
  | { readonly type: 'fields'; readonly unit: string; readonly fields: Readonly<Record<string, NumberKind>>; readonly optional: boolean }
  /** Days by name, in the order of `marks`. */
  | { readonly type: 'calendar'; readonly unit: string; readonly marks: readonly string[] };

/** The calendar years a day of every season can fall in, seen from the Match. */
export const seasonLineYears = ['before-application', 'application', 'match'] as const;
