import type { Action } from './access/action.js';
import type { Role } from './role.js';

/** What goes out to people by mail, in display order: the weekly cohort report, and what a run changed for an advisor's own people. */
export const mailedReports = ['weekly', 'digest'] as const;
export type MailedReport = (typeof mailedReports)[number];

/** Where the mail of one report of one period to one recipient stands. */
export const deliveryStates = ['due', 'sending', 'sent', 'failed', 'uncertain', 'skipped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What happens to a delivery by the machine. */
export const deliveryTurns = ['claimed', 'accepted', 'deferred', 'refused', 'broken-off', 'given-back', 'omitted', 'outdone'] as const;
export type DeliveryTurn = (typeof deliveryTurns)[number];

/** What a person decides about one: that an uncertain one arrived, or that it shall be sent again. */
export const deliveryDecisions = ['arrived', 'again'] as const;
export type DeliveryDecision = (typeof deliveryDecisions)[number];

/**
 * Every move of a delivery. Out of `uncertain` only a person leads, or the answer of the mail server when it comes after all; `refused` is a
 * lasting refusal or the last of the tries, `deferred` waits for the next one, `given-back` broke off before anything could be taken; `outdone`
 * is a digest left out since nothing had changed, when a later run of its day has changed something.
 */
export const deliveryTransitions = {
  due: { claimed: 'sending', omitted: 'skipped' },
  sending: {
    accepted: 'sent',
    deferred: 'due',
    refused: 'failed',
    'broken-off': 'uncertain',
    'given-back': 'due',
    omitted: 'skipped',
  },
  sent: { again: 'due' },
  failed: { again: 'due' },
  uncertain: { accepted: 'sent', refused: 'failed', arrived: 'sent', again: 'due' },
  skipped: { outdone: 'due', again: 'due' },
} as const satisfies Readonly<Record<DeliveryState, Partial<Readonly<Record<DeliveryTurn | DeliveryDecision, DeliveryState>>>>>;

/** What becomes of a delivery; undefined for a move that does not exist. */
export const deliveryAfter = (state: DeliveryState, move: DeliveryTurn | DeliveryDecision): DeliveryState | undefined =>
  (deliveryTransitions[state] as Partial<Record<DeliveryTurn | DeliveryDecision, DeliveryState>>)[move];

/** The states from which a move is possible. */
export const deliveryStatesFor = (move: DeliveryTurn | DeliveryDecision): DeliveryState[] =>
  deliveryStates.filter((state) => deliveryAfter(state, move) !== undefined);

/** What may be wrong between us and a mail server; `not-made` never came to it, and `broke-off` and `worker-stopped` leave open whether it took the message. */
export const mailFaults = [
  'not-made',
  'no-server',
  'unreachable',
  'silent',
  'encryption',
  'account',
  'refused',
  'broke-off',
  'worker-stopped',
] as const;
export type MailFault = (typeof mailFaults)[number];

/** Why a delivery was not sent although everything worked. */
export const omissions = [
  'no-server',
  'paused',
  'nothing-changed',
  'unsubscribed',
  'disabled',
  'not-joined',
  'no-right',
  'scope-changed',
  'no-edition',
  'restored',
] as const;
export type Omission = (typeof omissions)[number];

/** What becomes of the mail that waits in a restored school when a person lets it go on. */
export const waitingMail = ['send', 'leave-out'] as const;
export type WaitingMail = (typeof waitingMail)[number];

/** How one try ended. `interrupted` was a worker that stopped before any content had left. */
export const attemptOutcomes = ['accepted', 'deferred', 'refused', 'uncertain', 'interrupted'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

/** Who gets what by mail without having asked for it; everybody changes that for themselves. */
export const mailedByDefault: Readonly<Record<MailedReport, readonly Role[]>> = {
  weekly: ['dean'],
  digest: ['advisor', 'lead-advisor'],
};

/** What a recipient of each report must be allowed, for somebody at least, when it is sent. */
export const mailedReportNeeds = { weekly: 'edition.view', digest: 'risk.view' } as const satisfies Readonly<Record<MailedReport, Action>>;

/** What somebody gets of one report. */
export interface ReportSubscription {
  readonly mail: boolean;
  /** Leaves out the mail of a period in which nothing changed. */
  readonly skipEmpty: boolean;
}

/** What somebody of a role gets who has said nothing. A digest is never sent empty. */
export const defaultSubscription = (report: MailedReport, role: Role): ReportSubscription => ({
  mail: mailedByDefault[report].includes(role),
  skipEmpty: report === 'digest',
});
