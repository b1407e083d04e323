import type { Config } from '@matchwatch/config';
import { createTransport } from 'nodemailer';

/** A message of one person to another. */
export interface MailMessage {
  to: string;
  /** Who sends it: answers go there. */
  sender: { name: string; email: string };
  subject: string;
  text: string;
}

/** How sending ended: `uncertain` when the connection broke after the text was on its way and nobody said whether it was taken. */
export type MailOutcome =
  | { state: 'sent'; messageId: string }
  | { state: 'failed'; failure: string }
  | { state: 'uncertain'; failure: string };

/** What a failed conversation with a mail server leaves behind. */
interface MailFailure {
  code?: string;
  responseCode?: number;
  response?: string;
}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Sends one message over the configured mail server, once: whether to try again is for a person to say. */
export async function sendMail(
  { smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>,
  { to, sender, subject, text }: MailMessage,
): Promise<MailOutcome> {
  if (smtpUrl === undefined) return { state: 'failed', failure: 'No mail server is configured.' };
  let textOnItsWay = false;
  const listen = (entry: unknown, line?: unknown) => {
    const { tnx } = (entry ?? {}) as { tnx?: string };
    // From the server's leave to send on, silence says nothing of whether the message was taken.
    if (tnx === 'server' && typeof line === 'string' && /^[23]54/.test(line)) textOnItsWay = true;
  };
  const quiet = () => {};
  const transport = createTransport({
    url: smtpUrl,
    ...patience,
    transactionLog: true,
    logger: { level: quiet, trace: quiet, debug: listen, info: quiet, warn: quiet, error: quiet, fatal: quiet },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { messageId } = await transport.sendMail({
      from: { name: sender.name, address: mailFrom },
      replyTo: { name: sender.name, address: sender.email },
      to: { name: '', address: to },
      subject,
      text,
    });
    return { state: 'sent', messageId };
  } catch (error) {
    const failure = error as MailFailure;
    if (textOnItsWay && failure.responseCode === undefined) {
      return { state: 'uncertain', failure: 'The connection broke before the mail server said whether it took the message.' };
    }
    return { state: 'failed', failure: reasonOf(failure) };
  } finally {
    transport.close();
  }
}

/** A sentence for a person; what the server says may quote addresses and is cut short. */
function reasonOf({ code, responseCode, response }: MailFailure): string {
  if (responseCode !== undefined)
    return `The mail server refused it (${responseCode}): ${(response ?? '').replace(/\s+/g, ' ').slice(0, 200)}`;
  if (code === 'EAUTH') return 'The mail server did not accept the account it was given.';
  if (code === 'ETIMEDOUT') return 'The mail server did not answer in time.';
  return 'The mail server could not be reached.';
}
