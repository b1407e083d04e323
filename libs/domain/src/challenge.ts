import { type ApplicantAction } from './access/action.js';
import { academicFields } from './access/withheld.js';
import { restrictedRuleCodes } from './casework.js';
import { addDays, type Day } from './day.js';
import type { ApplicantRecord } from './record.js';

/**
 * The life of an applicant's challenge to something held about them: `open` → `corrected` (the record was changed) or `declined` (it
 * stands, and what the applicant says of it stands beside it); what was declined may still be corrected.
 */
export const challengeStates = ['open', 'corrected', 'declined'] as const;
export type ChallengeState = (typeof challengeStates)[number];

/** What can be done to a challenge. */
export const challengeSteps = ['correct', 'decline', 'state'] as const;
export type ChallengeStep = (typeof challengeSteps)[number];

/** From which states each step is possible, and what becomes of the challenge. */
export const challengeTransitions = {
  correct: { from: ['open', 'declined'], to: 'corrected' },
  decline: { from: ['open'], to: 'declined' },
  state: { from: ['declined'], to: 'declined' },
} as const satisfies Readonly<Record<ChallengeStep, { readonly from: readonly ChallengeState[]; readonly to: ChallengeState }>>;

/** What becomes of a challenge by a step; undefined where it cannot be taken. */
export function challengeAfter(state: ChallengeState, step: ChallengeStep): ChallengeState | undefined {
  const { from, to } = challengeTransitions[step];
  return (from as readonly ChallengeState[]).includes(state) ? to : undefined;
}

/** What is challenged: a part of the record, or what a rule found, by its code. */
export type ChallengeSubject =
  | { readonly kind: 'fact'; readonly about: keyof ApplicantRecord }
  | { readonly kind: 'finding'; readonly about: string };

/** The last day on which an answer is in time. */
export const challengeDueOn = (receivedOn: Day, days: number): Day => addDays(receivedOn, days);

/** Whether an answer is owed and late. */
export const isOverdue = ({ state, dueOn }: { state: ChallengeState; dueOn: Day }, today: Day): boolean =>
  state === 'open' && dueOn < today;

/** What somebody must be allowed to do to an applicant to be shown a challenge: the same as for what it is about. */
export function actionOfChallenge({ kind, about }: ChallengeSubject): ApplicantAction {
  if (kind === 'finding') return restrictedRuleCodes.has(about) ? 'wellbeing.view' : 'risk.view';
  return academicFields.has(about) ? 'applicant.view' : 'record.view';
}
