import type { ApplicantType } from '@matchwatch/domain';
import { clear, type Rule, type Scoping, type Verdict } from '@matchwatch/risk-engine';
import type { ResolvedValues, SeasonLine } from '@matchwatch/risk-policy';
import type { Season, SeasonMark } from './view/season.js';

type KeyOf<Value> = { [K in keyof ResolvedValues]: ResolvedValues[K] extends Value ? K : never }[keyof ResolvedValues] & string;

/** When a rule begins to ask. Without the season's calendar a rule that counts from one of its days always asks, and says itself what it lacks. */
export type Beginning =
  | { readonly line: KeyOf<SeasonLine>; readonly daysAfter?: KeyOf<number> }
  | { readonly mark: SeasonMark; readonly daysBefore: KeyOf<number> };

/** Whom a rule asks; it is clear for everybody else. */
export interface Scope {
  /** International medical graduates alone, or DO students alone. */
  readonly of?: 'img' | 'us-do';
  readonly from?: Beginning;
  /** No longer once nothing about the application can change. */
  readonly until?: 'match';
}

/** Applicants of one type in one season, with the Match before them or over: they are asked the same rules. */
export interface Audience {
  readonly season: Season;
  readonly applicantType: ApplicantType;
  readonly matchIsOver: boolean;
}

export const isImgType = (type: ApplicantType): boolean => type === 'us-img' || type === 'non-us-img';

export const scoping: Scoping<ResolvedValues, Scope, Audience> = {
  keysOf({ from }) {
    if (from === undefined) return [];
    if ('mark' in from) return [from.daysBefore];
    return from.daysAfter === undefined ? [from.line] : [from.line, from.daysAfter];
  },
  isAsked({ of, from, until }, audience, values) {
    if (until === 'match' && audience.matchIsOver) return false;
    if (of === 'img' && !isImgType(audience.applicantType)) return false;
    if (of === 'us-do' && audience.applicantType !== 'us-do') return false;
    return from === undefined || hasBegun(from, audience.season, values);
  },
};

function hasBegun(from: Beginning, season: Season, values: ResolvedValues): boolean {
  if ('mark' in from) {
    const day = season.daysBefore(from.mark, values[from.daysBefore]);
    return day === undefined || season.asOf >= day;
  }
  const line = values[from.line];
  return from.daysAfter === undefined ? season.reached(line) : season.asOf >= season.daysAfter(line, values[from.daysAfter]);
}

/** The verdict of one rule on its own; an assessor asks all rules at once. */
export const askOf = <View extends { readonly audience: Audience }>(
  rule: Rule<View, ResolvedValues, Audience>,
  view: View,
  values: ResolvedValues,
): Verdict => (rule.isAsked(view.audience, values) ? rule.bind(values)(view) : clear());
