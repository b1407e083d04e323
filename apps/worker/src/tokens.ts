/** Names under which Nest hands out what is not a class of ours. */
export const DATABASE = Symbol('database');
export const DOORBELL = Symbol('doorbell');
export const LOGGER = Symbol('logger');
export const SETTINGS = Symbol('settings');

/** What the worker is told. */
export interface WorkerSettings {
  databaseUrl: string;
  redisUrl?: string | undefined;
  databasePoolSize: number;
  workerConcurrency: number;
  chunkSize: number;
  nightlyCron: string;
  weeklyCron: string;
  runPopulationDropPercent: number;
  runUnknownRisePercent: number;
  reportCron: string;
  smtpUrl?: string | undefined;
  mailFrom: string;
  mailPatienceSeconds: number;
  mailRetrySeconds: readonly number[];
  /** The address people type; links in mail lead there. */
  publicUrl?: string | undefined;
  port: number;
}
