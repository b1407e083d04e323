import type { Day, Link } from '@matchwatch/domain';
import type { Recipient } from '@matchwatch/store';

/** A mail as it is written for one recipient. */
export interface Letter {
  subject: string;
  text: string;
  html?: string | undefined;
  /** What sets this mail apart from another of the same delivery: the number of the edition. */
  edition: number;
}

/** To whom a mail is written, with the relations they stand in at this moment. */
export interface Addressee {
  recipient: Recipient;
  links: readonly Link[];
  today: Day;
  now: Date;
}
