import { dayIn, type MailFault, mailedReportNeeds, may, type Omission } from '@matchwatch/domain';
import { type MailOutcome, messageIdOf, sendMail } from '@matchwatch/mail';
import {
  beginContent,
  type ClaimedDelivery,
  claimDelivery,
  deferWaiting,
  endTry,
  findRecipient,
  listLinks,
  type Recipient,
  type TryEnd,
} from '@matchwatch/store';
import { type DeliveryParts, originOf } from './delivery-parts.js';
import type { Addressee, Letter } from './letter.js';
import { writeDigest } from './write-digest.js';
import { writeWeekly } from './write-weekly.js';

/** A conversation takes at most five times the patience; a lease outlives it. */
export const leaseSecondsOf = (patienceSeconds: number): number => 6 * patienceSeconds + 2;

/** Another worker may have the delivery by now. */
class LeaseOver extends Error {
  override readonly name = 'LeaseOver';
}

/**
 * Tries once to send what is due to a recipient, and writes down how it ended. Who they are, what they may see and whether they still want it
 * is asked anew; the ledger is told before any content leaves, so that whatever stops this process leaves no doubt about what may have gone.
 */
export async function sendDelivery(parts: DeliveryParts, schoolId: string, deliveryId: number, now: Date): Promise<void> {
  const { database, settings, log } = parts;
  const { mailRetrySeconds, mailPatienceSeconds } = settings;
  const leaseSeconds = leaseSecondsOf(mailPatienceSeconds);
  const claimed = await claimDelivery(database, schoolId, deliveryId, leaseSeconds);
  if (!claimed) return;
  const end = (how: TryEnd) => endTry(database, schoolId, claimed, how, mailRetrySeconds);

  const recipient = await findRecipient(database, schoolId, claimed.personId, claimed.report);
  if (!recipient) throw new Error(`The recipient of delivery ${deliveryId} is not there`);
  const omission = omissionOf(recipient, claimed);
  if (omission) return void (await end({ turn: 'omitted', because: omission }));

  let letter: Letter | { omit: Omission };
  try {
    const today = dayIn(recipient.school.timeZone, now);
    const links = await listLinks(database, schoolId, recipient, today, now);
    letter = await write(parts, schoolId, { recipient, links, today, now }, claimed);
  } catch (error) {
    log.error({ err: error, schoolId, deliveryId }, 'a mail could not be written');
    return void (await end({ turn: 'deferred', fault: 'not-made' }));
  }
  if ('omit' in letter) return void (await end({ turn: 'omitted', because: letter.omit }));
  // Not before it is written: the report of the week is there to be read all the same.
  if (settings.smtpUrl === undefined) return void (await end({ turn: 'omitted', because: 'no-server' }));

  const messageId = messageIdOf([schoolId, claimed.id, letter.edition], settings.mailFrom);
  const message = {
    to: recipient.email,
    sender: { name: `Matchwatch, ${recipient.school.name}` },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId,
    automatic: true,
  };
  try {
    const outcome = await sendMail(settings, message, async () => {
      if (!(await beginContent(database, schoolId, claimed, { messageId, leaseSeconds }))) throw new LeaseOver();
    });
    const state = await end(endOf(outcome));
    if (state !== 'sent') log.warn({ schoolId, deliveryId, state, fault: faultOf(outcome) }, 'a mail was not sent');
    const fault = faultOf(outcome);
    if (outcome.state === 'deferred' && outcome.atTheDoor && fault) await deferWaiting(database, schoolId, fault, mailRetrySeconds);
  } catch (error) {
    if (!(error instanceof LeaseOver)) throw error;
    log.warn({ schoolId, deliveryId }, 'a mail was left to another worker');
  }
}

const faultOf = (outcome: MailOutcome): MailFault | undefined => (outcome.state === 'sent' ? undefined : outcome.fault);

function endOf(outcome: MailOutcome): TryEnd {
  switch (outcome.state) {
    case 'sent':
      return { turn: 'accepted', reply: outcome.reply };
    case 'deferred':
      return { turn: 'deferred', fault: outcome.fault, reply: outcome.reply };
    case 'failed':
      return { turn: 'refused', fault: outcome.fault, reply: outcome.reply };
    case 'uncertain':
      return { turn: 'broken-off', fault: outcome.fault };
  }
}

/** Why somebody does not get a mail that is due to them, as things stand now; what a person asked for is not held back by what they get by themselves. */
function omissionOf(recipient: Recipient, { report, askedAgain }: ClaimedDelivery): Omission | undefined {
  if (recipient.state === 'disabled') return 'disabled';
  if (recipient.state === 'invited') return 'not-joined';
  const { because } = may(recipient, mailedReportNeeds[report]);
  if (because === 'not-for-role') return 'no-right';
  if (!askedAgain && recipient.paused) return 'paused';
  if (!askedAgain && !recipient.mail) return 'unsubscribed';
  return undefined;
}

function write(
  { database, settings }: DeliveryParts,
  schoolId: string,
  to: Addressee,
  claimed: ClaimedDelivery,
): Promise<Letter | { omit: Omission }> {
  const origin = originOf(settings);
  switch (claimed.report) {
    case 'weekly':
      return writeWeekly(database, schoolId, to, claimed, origin);
    case 'digest':
      return writeDigest(database, schoolId, to, claimed, origin);
  }
}
