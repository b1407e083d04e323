import 'reflect-metadata';
import { ConfigError, readConfig } from '@matchwatch/config';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { WorkerModule } from './worker.module.js';

const stopWithinMs = 30_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ name: 'worker', level: config.logLevel });
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config, log), { logger: ['error', 'warn'] });

  let stopping = false;
  const stop = (why: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    app.close().then(
      () => process.exit(0),
      (error: Error) => {
        log.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  // The parent (`matchwatch up`) died without a word.
  process.on('disconnect', () => stop('parent gone'));
  log.info({ concurrency: config.workerConcurrency, queue: config.redisUrl ? 'redis' : 'postgres' }, 'worker ready');
  process.send?.({ ready: true });
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
  process.stderr.write(`The worker could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
