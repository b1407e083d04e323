import type { MailFault } from '@matchwatch/domain';

/** Where mail goes out, and as what. */
export interface MailSettings {
  /** `smtp://user:password@host:587`; without it no mail is sent. */
  readonly smtpUrl?: string | undefined;
  /** The address that mail comes from. */
  readonly mailFrom: string;
  /** How long the mail server may be silent, and a tenth of how long a whole conversation may take. */
  readonly mailPatienceSeconds: number;
}

/** One message to one person. */
export interface MailMessage {
  readonly to: string;
  /** The name beside the address it comes from, and where answers go if anywhere. */
  readonly sender: { readonly name: string; readonly email?: string | undefined };
  readonly subject: string;
  readonly text: string;
  readonly html?: string | undefined;
  /** By which a second copy is known for one; made anew when absent. */
  readonly messageId?: string | undefined;
  /** Written by no person: out-of-office answers stay away. */
  readonly automatic?: boolean | undefined;
}

/** What the mail server said, in one line and cut short: it may quote addresses. */
export interface MailReply {
  readonly code: number;
  readonly text: string;
}

/**
 * How sending ended. `deferred` may go another time, `failed` will not; of both it is certain that the message was not taken. `uncertain`
 * broke off after its content was on its way, and nobody said whether it was taken.
 */
export type MailOutcome =
  | { readonly state: 'sent'; readonly messageId: string; readonly reply: MailReply | undefined }
  | {
      readonly state: 'deferred' | 'failed';
      readonly fault: MailFault;
      readonly reply: MailReply | undefined;
      /** Whether it failed before anything was said of this message, so that every other one would have as well. */
      readonly atTheDoor: boolean;
    }
  | { readonly state: 'uncertain'; readonly fault: MailFault; readonly reply: undefined };
