import type { Disagreement, QueueSeasonMark, ReviewDecisionKind, ReviewRefusal, ReviewState } from '@matchwatch/domain';

const states: Readonly<Record<ReviewState, string>> = {
  unreviewed: 'Not reviewed',
  agreed: 'Agreed',
  disagreed: 'Disagreed',
  snoozed: 'Put off',
  escalated: 'Escalated',
};
/** Where a review stands, as a short label. */
export const reviewStateLabel = (state: ReviewState): string => states[state];

const decisions: Readonly<Record<ReviewDecisionKind, string>> = {
  agree: 'Agree',
  disagree: 'Disagree',
  snooze: 'Put off',
  assign: 'Assign',
  escalate: 'Escalate',
  reopen: 'Reopen',
};
/** A decision as a button says it. */
export const reviewDecisionLabel = (kind: ReviewDecisionKind): string => decisions[kind];

const done: Readonly<Record<ReviewDecisionKind, string>> = {
  agree: 'agreed to',
  disagree: 'disagreed with',
  snooze: 'put off',
  assign: 'assigned',
  escalate: 'escalated',
  reopen: 'reopened',
};
/** A decision that was taken, between who took it and the flag. */
export const decisionDoneText = (kind: ReviewDecisionKind): string => done[kind];

const reasons: Readonly<Record<Disagreement, string>> = {
  facts: 'The facts are wrong or out of date',
  threshold: 'The number asks too much or too little',
  context: 'True, but it does not matter for this applicant',
  handled: 'Already being dealt with',
  other: 'Something else',
};
/** Why somebody disagrees, as a choice and as a reason. */
export const disagreementLabel = (because: Disagreement): string => reasons[because];

const refusals: Readonly<Record<ReviewRefusal, string>> = {
  'no-such-move': 'that is decided already.',
  'reason-missing': 'must say why',
  'day-not-ahead': 'must be a day after today',
  'day-too-far': 'must be within two months',
};
/** Why a decision cannot be taken. */
export const reviewRefusalText = (because: ReviewRefusal): string => refusals[because];

const marks: Readonly<Record<QueueSeasonMark, string>> = {
  submit: 'applications may be sent',
  review: 'programs begin to read',
  rankOpens: 'rank lists open',
  rol: 'rank lists are due',
  monday: 'Match Monday',
};
/** What a day of the season is. */
export const seasonMarkText = (mark: QueueSeasonMark): string => marks[mark];
