import { Readable } from 'node:stream';
import type { MailFault } from '@matchwatch/domain';
import { createTransport } from 'nodemailer';
import type { MailMessage, MailOutcome, MailReply, MailSettings } from './mail.js';

/** What a failed conversation with a mail server leaves behind. */
interface Failure {
  code?: string;
  /** What the system called it, under nodemailer's own name. */
  originalCode?: string;
  responseCode?: number;
  response?: string;
  command?: string;
}

/** A server that says something every few seconds never falls silent; no conversation takes longer than this many times the patience. */
const longestSilences = 10;

/**
 * Sends one message, once; whether to try again is for the caller to say. `beforeContent` is waited for after the server's leave to send on
 * and before the first byte of the message leaves: until it is done nothing can have been taken. What it throws ends the conversation
 * without the message, and is thrown.
 */
export async function sendMail(
  { smtpUrl, mailFrom, mailPatienceSeconds }: MailSettings,
  { to, sender, subject, text, html, messageId, automatic = false }: MailMessage,
  beforeContent: () => Promise<void> = async () => {},
): Promise<MailOutcome> {
  if (smtpUrl === undefined) return { state: 'failed', fault: 'no-server', reply: undefined, atTheDoor: true };
  const patience = mailPatienceSeconds * 1_000;
  let contentLeft = false;
  let refusal: { thrown: unknown } | undefined;
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patience,
    greetingTimeout: patience,
    dnsTimeout: patience,
    socketTimeout: patience,
    socketCloseTimeout: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.use('stream', (mail, done) => {
    const { message } = mail;
    const read = message.createReadStream.bind(message);
    // A stream that is not read before the server has asked for it, unlike those of the message itself.
    async function* held() {
      try {
        await beforeContent();
      } catch (thrown) {
        refusal = { thrown };
        throw new Error('the message was held back', { cause: thrown });
      }
      contentLeft = true;
      yield* read();
    }
    message.createReadStream = () => Readable.from(held(), { objectMode: false }) as ReturnType<typeof read>;
    done();
  });
  try {
    const { messageId: givenId, response } = await transport.sendMail({
      from: { name: sender.name, address: mailFrom },
      ...(sender.email !== undefined && { replyTo: { name: sender.name, address: sender.email } }),
      to: { name: '', address: to },
      subject,
      text,
      ...(html !== undefined && { html }),
      ...(messageId !== undefined && { messageId }),
      ...(automatic && { headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } }),
      signal: AbortSignal.timeout(longestSilences * patience),
    });
    return { state: 'sent', messageId: givenId, reply: replyOf({ response }) };
  } catch (error) {
    if (refusal) throw refusal.thrown;
    const failure = error as Failure;
    const reply = replyOf(failure);
    if (contentLeft && reply === undefined) return { state: 'uncertain', fault: 'broke-off', reply };
    return { ...judge(failure), reply, atTheDoor: reply === undefined && failure.command !== 'DATA' };
  } finally {
    transport.close();
  }
}

const replyOf = ({ response, responseCode = Number.parseInt(response ?? '', 10) }: Failure): MailReply | undefined =>
  responseCode >= 200 ? { code: responseCode, text: oneLine(response ?? '') } : undefined;

const oneLine = (text: string): string =>
  text
    .replace(/^\d{3}[ -]?/, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200);

/** What nodemailer names what went wrong. */
const faults: Readonly<Record<string, MailFault>> = {
  EAUTH: 'account',
  ENOAUTH: 'account',
  EOAUTH2: 'account',
  ETLS: 'encryption',
  EREQUIRETLS: 'encryption',
  ETIMEDOUT: 'silent',
  EABORT: 'silent',
};
/** What OpenSSL says of a certificate or a handshake. */
const certificateTrouble = /CERT|SIGNATURE|TLS|SSL|EPROTO/;
/** Faults of the message or of what was configured, which another try would meet again. */
const lasting = new Set(['EENVELOPE', 'EMESSAGE', 'ECONFIG', 'ENOAUTH']);

/** Whether another try may end otherwise (RFC 5321, 4.2.1: 4yz are passing, 5yz lasting), and what was wrong. */
function judge({ code = '', originalCode = '', responseCode }: Failure): { state: 'deferred' | 'failed'; fault: MailFault } {
  const said = certificateTrouble.test(originalCode) ? 'encryption' : faults[code];
  const fault = said ?? (responseCode === undefined ? 'unreachable' : 'refused');
  if (responseCode !== undefined) return { state: responseCode >= 500 ? 'failed' : 'deferred', fault };
  return { state: lasting.has(code) ? 'failed' : 'deferred', fault: lasting.has(code) && fault === 'unreachable' ? 'refused' : fault };
}
