import type { Answer, Finding } from './answer.js';
import { addDays, type Day } from './day.js';
import { type Area, type FindingLevel, findingRank } from './level.js';

/** Where the review of a flag stands. */
export const reviewStates = ['unreviewed', 'agreed', 'disagreed', 'snoozed', 'escalated'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** What a person may decide about a flag. */
export const reviewDecisionKinds = ['agree', 'disagree', 'snooze', 'assign', 'escalate', 'reopen'] as const;
export type ReviewDecisionKind = (typeof reviewDecisionKinds)[number];

/** What befalls the review of a flag without anybody deciding. */
export const reviewTurns = ['risen', 'lowered', 'day-came', 'cleared'] as const;
export type ReviewTurn = (typeof reviewTurns)[number];

/** Why somebody disagrees with a flag; `threshold` is what speaks against a number of the policy. */
export const disagreements = ['facts', 'threshold', 'context', 'handled', 'other'] as const;
export type Disagreement = (typeof disagreements)[number];

/** States in which a person has said what they think: nothing waits. */
export const settledStates: ReadonlySet<ReviewState> = new Set<ReviewState>(['agreed', 'disagreed']);

/** The lowest level at which a flag asks for a review; below it one may be given and nothing waits for it. */
export const reviewedFrom = 'act' satisfies FindingLevel;

/** The longest a flag may be put off: two months, after which whatever was waited for has come or will not. */
export const longestSnoozeDays = 60;

/**
 * Every move of a review: by a person's decision, or by what befalls its flag. Null is a move that does not exist; `closed` ends the
 * flag itself, and only a cleared cause does that. Nothing but a person leads into `agreed`, `disagreed` or `snoozed`.
 */
export const reviewTransitions: Readonly<
  Record<ReviewState, Readonly<Record<ReviewDecisionKind, ReviewState | null> & Record<ReviewTurn, ReviewState | 'closed'>>>
> = {
  unreviewed: {
    agree: 'agreed',
    disagree: 'disagreed',
    snooze: 'snoozed',
    assign: 'unreviewed',
    escalate: 'escalated',
    reopen: null,
    risen: 'unreviewed',
    lowered: 'unreviewed',
    'day-came': 'unreviewed',
    cleared: 'closed',
  },
  agreed: {
    agree: null,
    disagree: 'disagreed',
    snooze: null,
    assign: null,
    escalate: 'escalated',
    reopen: 'unreviewed',
    risen: 'unreviewed',
    lowered: 'agreed',
    'day-came': 'agreed',
    cleared: 'closed',
  },
  disagreed: {
    agree: 'agreed',
    disagree: null,
    snooze: null,
    assign: null,
    escalate: 'escalated',
    reopen: 'unreviewed',
    risen: 'unreviewed',
    lowered: 'disagreed',
    'day-came': 'disagreed',
    cleared: 'closed',
  },
  snoozed: {
    agree: 'agreed',
    disagree: 'disagreed',
    snooze: 'snoozed',
    assign: 'snoozed',
    escalate: 'escalated',
    reopen: 'unreviewed',
    risen: 'unreviewed',
    lowered: 'snoozed',
    'day-came': 'unreviewed',
    cleared: 'closed',
  },
  escalated: {
    agree: 'agreed',
    disagree: 'disagreed',
    snooze: 'snoozed',
    assign: 'unreviewed',
    escalate: 'escalated',
    reopen: 'unreviewed',
    risen: 'escalated',
    lowered: 'escalated',
    'day-came': 'escalated',
    cleared: 'closed',
  },
};

/** What was decided last about a flag, as far as it says whether the flag still waits. */
export interface ReviewStanding {
  readonly state: ReviewState;
  /** The level the flag had then. */
  readonly level: FindingLevel;
  readonly on: Day;
  /** Of a snoozed one: the day on which it asks again. */
  readonly until: Day | null;
}

/** A review with whom it waits for: the id of a person, or null for whoever advises the applicant. */
export interface Review extends ReviewStanding {
  readonly assignedTo: number | null;
}

/** A flag as far as its review is concerned; `risenOn` is the day it opened or last came up to a higher level. */
export interface ReviewableFlag {
  readonly code: string;
  readonly level: FindingLevel;
  readonly risenOn: Day;
}

/** A person's decision with what it needs. */
export type ReviewDecision =
  | { readonly kind: 'agree' | 'reopen'; readonly note?: string | undefined }
  | { readonly kind: 'disagree'; readonly because: Disagreement; readonly note?: string | undefined }
  | { readonly kind: 'snooze'; readonly until: Day; readonly note?: string | undefined }
  | { readonly kind: 'assign'; readonly to: number | null; readonly note?: string | undefined }
  | { readonly kind: 'escalate'; readonly to: number; readonly note?: string | undefined };

/** Why a decision cannot be taken. */
export const reviewRefusals = ['no-such-move', 'reason-missing', 'day-not-ahead', 'day-too-far'] as const;
export type ReviewRefusal = (typeof reviewRefusals)[number];

export type ReviewOutcome =
  | { readonly outcome: 'moved'; readonly review: Review }
  | { readonly outcome: 'refused'; readonly because: ReviewRefusal };

const refused = (because: ReviewRefusal): ReviewOutcome => ({ outcome: 'refused', because });

/** Whether flags of an area are reviewed at all; what is said of the school's own response is put right, not agreed to. */
export const isReviewedArea = (area: Area): boolean => area !== 'care';

const areaOf = (code: string): Area => code.slice(0, code.indexOf('.')) as Area;

/** Whether a flag of this rule and level asks for a review. */
export const asksForReview = ({ code, level }: Pick<ReviewableFlag, 'code' | 'level'>): boolean =>
  findingRank[level] >= findingRank[reviewedFrom] && isReviewedArea(areaOf(code));

/** Whether a flag has come to a higher level since it was reviewed. */
export const hasRisenSince = ({ level, risenOn }: ReviewableFlag, review: ReviewStanding): boolean =>
  findingRank[level] > findingRank[review.level] || risenOn > review.on;

/** Where the review of an open flag stands on a day, with what has befallen the flag since the decision. */
export function stateOfReview(flag: ReviewableFlag, review: ReviewStanding | null | undefined, today: Day): ReviewState {
  if (review == null) return 'unreviewed';
  const turn: ReviewTurn | undefined = hasRisenSince(flag, review)
    ? 'risen'
    : review.until !== null && review.until <= today
      ? 'day-came'
      : undefined;
  // The flag is open, so its cause has not cleared and no turn closes it.
  return turn === undefined ? review.state : (reviewTransitions[review.state][turn] as ReviewState);
}

/** The day since which an open flag waits for a person; null where it does not ask for one, or somebody has decided. */
export function waitingSince(flag: ReviewableFlag, review: ReviewStanding | null | undefined, today: Day): Day | null {
  if (!asksForReview(flag)) return null;
  const state = stateOfReview(flag, review, today);
  if (state === 'snoozed' || settledStates.has(state)) return null;
  const put = review != null && review.state === 'snoozed' && !hasRisenSince(flag, review) ? review.until : null;
  return put ?? flag.risenOn;
}

/** The one decision of what becomes of a review: the next one, or why there is none. `review` is null before the first decision. */
export function nextReview(flag: ReviewableFlag, review: Review | null, decision: ReviewDecision, today: Day): ReviewOutcome {
  const from = stateOfReview(flag, review, today);
  const to = reviewTransitions[from][decision.kind];
  if (to === null) return refused('no-such-move');
  const decided = { state: to, level: flag.level, on: today, until: null, assignedTo: review?.assignedTo ?? null };
  switch (decision.kind) {
    case 'disagree':
      if (decision.because === 'other' && !decision.note?.trim()) return refused('reason-missing');
      return { outcome: 'moved', review: decided };
    case 'snooze':
      if (decision.until <= today) return refused('day-not-ahead');
      if (decision.until > addDays(today, longestSnoozeDays)) return refused('day-too-far');
      return { outcome: 'moved', review: { ...decided, until: decision.until } };
    case 'assign':
      // Handing a flag to somebody says nothing about it: what was decided stays decided.
      return {
        outcome: 'moved',
        review: from === 'snoozed' && review ? { ...review, assignedTo: decision.to } : { ...decided, assignedTo: decision.to },
      };
    case 'escalate':
      return { outcome: 'moved', review: { ...decided, assignedTo: decision.to } };
    default:
      return { outcome: 'moved', review: decided };
  }
}

/** The days by which something is to be done about the findings of an answer that ask for a review: the earliest dated advice for each, by code. */
export function daysThatMatter({ findings, advice }: Pick<Answer, 'findings' | 'advice'>): Readonly<Record<string, Day>> {
  const days: Record<string, Day> = {};
  const asking = findings.filter(asksForReview);
  if (asking.length === 0) return days;
  for (const { dueOn, answers } of advice) {
    if (dueOn === null) continue;
    for (const code of answers) {
      const known = days[code];
      if ((known === undefined || dueOn < known) && asking.some((finding: Finding) => finding.code === code)) days[code] = dueOn;
    }
  }
  return days;
}
