import type { AttemptOutcome, DeliveryState, MailedReport, MailFault, Omission } from '@matchwatch/domain';
import { mailFaultText } from './mail.js';

const reports: Readonly<Record<MailedReport, string>> = { weekly: 'Weekly report', digest: 'Digest' };
/** A report that is mailed, by name. */
export const mailedReportLabel = (report: MailedReport): string => reports[report];

const states: Readonly<Record<DeliveryState, string>> = {
  due: 'Due',
  sending: 'Being sent',
  sent: 'Sent',
  failed: 'Failed',
  uncertain: 'Uncertain',
  skipped: 'Skipped',
};
/** Where a mail stands. */
export const deliveryStateLabel = (state: DeliveryState): string => states[state];

const omissions: Readonly<Record<Omission, string>> = {
  'no-server': 'No mail server is configured.',
  paused: 'The mail of this report is held back.',
  'nothing-changed': 'Nothing changed.',
  unsubscribed: 'They no longer want it.',
  disabled: 'They are disabled.',
  'not-joined': 'They have not joined yet.',
  'no-right': 'Their role does not include it any more.',
  'scope-changed': 'It is about applicants who are no longer theirs.',
  'no-edition': 'There was no report to send.',
  restored: 'It waited in a restored copy and was left out: it may have gone out before.',
};

const isOmission = (reason: Omission | MailFault): reason is Omission => Object.hasOwn(omissions, reason);

/** Why a mail was skipped, or what was wrong at the last try, as a sentence. */
export const deliveryReasonText = (
  reason: Omission | MailFault,
  reply?: { readonly code: number; readonly text: string } | null,
): string => (isOmission(reason) ? omissions[reason] : mailFaultText(reason, reply));

const outcomes: Readonly<Record<AttemptOutcome, string>> = {
  accepted: 'Taken by the mail server',
  deferred: 'Put off',
  refused: 'Refused',
  uncertain: 'Broke off when it may have been taken',
  interrupted: 'Broke off before anything was sent',
};
/** How one try at a mail ended. */
export const attemptOutcomeLabel = (outcome: AttemptOutcome): string => outcomes[outcome];
