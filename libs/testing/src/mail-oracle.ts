import type { Letter } from './mail-server.js';

/** What of a row of the ledger of mail is held against the mailbox. */
export interface LedgerRow {
  id: number;
  report: string;
  period: string;
  season: number | null;
  personId: number;
  email: string;
  state: string;
  attempts: readonly { messageId: string | null; outcome: string | null }[];
  decisions: readonly { decision: string }[];
}

/** Where the ledger of mail and the mailbox of the mail server do not say the same; empty when they agree. Nothing may be under way. */
export function mailFaults(ledger: readonly LedgerRow[], mailbox: readonly Letter[]): string[] {
  const keptOf = (row: LedgerRow) => {
    const ids = new Set(row.attempts.map(({ messageId }) => messageId));
    return mailbox.filter(({ messageId, to }) => ids.has(messageId) && to === row.email).length;
  };
  const keys = ledger.map((row) => `${row.report} ${row.season} ${row.period} ${row.personId}`);
  const known = new Set(ledger.flatMap(({ attempts }) => attempts.map(({ messageId }) => messageId)));
  return [
    ...ledger.flatMap((row) => {
      const kept = keptOf(row);
      const accepted = row.attempts.filter(({ outcome }) => outcome === 'accepted').length;
      const open = row.attempts.filter(({ outcome }) => outcome === 'uncertain').length;
      const says = `delivery ${row.id} to ${row.email} is ${row.state} with ${accepted} accepted and ${open} uncertain tries, and the server keeps ${kept}`;
      const isEnd = row.state !== 'due' && row.state !== 'sending';
      const arrived = row.decisions.some(({ decision }) => decision === 'arrived');
      const right = isEnd && kept >= accepted && kept <= accepted + open && (row.state !== 'sent' || accepted > 0 || arrived);
      return right ? [] : [says];
    }),
    ...mailbox.filter(({ messageId }) => !known.has(messageId)).map(({ to, messageId }) => `nobody sent ${messageId} to ${to}`),
    ...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${key} has more than one row`),
  ];
}
