import { type Config, ConfigError, readConfig } from './config.js';

/** What a started process gives back, so that it can be stopped in good order. */
export interface Service {
  log: { info(fields: object, message: string): void; warn(message: string): void; error(fields: object, message: string): void };
  /** Finishes the work in hand and closes every connection. */
  close(): Promise<void>;
  /** Ends what still holds the close up when its time is over; the process ends two seconds later whatever happens. */
  cutOff?(): void;
}

const lastWordMs = 2_000;

/**
 * Runs a process of the product until it is told to stop, by a signal or by the end of its parent. It ends with 0 after a clean stop, with 2 when
 * the configuration is wrong, else with 1.
 */
export async function runService(name: string, start: (config: Config) => Promise<Service>): Promise<void> {
  try {
    const config = readConfig(process.env);
    const service = await start(config);
    let stopping = false;
    const stop = (why: string) => {
      if (stopping) return;
      stopping = true;
      void stopService(service, why, config.shutdownSeconds * 1000);
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
    // The parent (`matchwatch up`) died without a word.
    process.on('disconnect', () => stop('parent gone'));
    if (process.connected === false) stop('parent gone');
  } catch (error) {
    if (error instanceof ConfigError) {
      process.stderr.write(`${error.message}\n`);
      process.exit(2);
    }
    process.stderr.write(`The ${name} could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  }
}

async function stopService({ log, close, cutOff }: Service, why: string, patienceMs: number): Promise<void> {
  log.info({ why }, 'stopping');
  setTimeout(() => {
    log.warn('work in hand was cut off');
    cutOff?.();
    setTimeout(() => process.exit(1), lastWordMs).unref();
  }, patienceMs).unref();
  try {
    await close();
    process.exit(0);
  } catch (error) {
    log.error({ err: error }, 'did not stop cleanly');
    process.exit(1);
  }
}
