import type { Doorbell } from '@matchwatch/queue';
import type { DataSource } from '@matchwatch/store';
import type { Logger } from 'pino';
import type { WorkerSettings } from '../tokens.js';

/** What sending mail is told. */
export type DeliverySettings = Pick<
  WorkerSettings,
  'smtpUrl' | 'mailFrom' | 'mailPatienceSeconds' | 'mailRetrySeconds' | 'publicUrl' | 'port'
>;

/** What sending mail works with. */
export interface DeliveryParts {
  database: DataSource;
  doorbell: Doorbell;
  settings: DeliverySettings;
  clock: () => Date;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Where links in mail lead, without a slash at the end. */
export const originOf = ({ publicUrl, port }: DeliverySettings): string => (publicUrl ?? `http://localhost:${port}`).replace(/\/+$/, '');
