import type { MailFault } from '@matchwatch/domain';

const texts: Readonly<Record<MailFault, string>> = {
  'not-made': 'The mail could not be written.',
  'no-server': 'No mail server is configured.',
  unreachable: 'The mail server could not be reached.',
  silent: 'The mail server did not answer in time.',
  encryption: 'No encrypted connection to the mail server could be made.',
  account: 'The mail server did not accept the account it was given.',
  refused: 'The mail server refused it',
  'broke-off': 'The connection broke before the mail server said whether it took the message.',
  'worker-stopped': 'The process that sent it stopped before it was known whether the mail server took the message.',
};

/** What was wrong between us and a mail server, with what the server said, as a sentence. */
export function mailFaultText(fault: MailFault, reply?: { readonly code: number; readonly text: string } | null): string {
  if (fault !== 'refused') return texts[fault];
  return reply ? `${texts.refused} (${reply.code}): ${reply.text || 'without a reason'}` : `${texts.refused}.`;
}
