import 'reflect-metadata';
import { runService } from '@matchwatch/config';
import { NestFactory } from '@nestjs/core';
import { pino } from 'pino';
import { WorkerModule } from './worker.module.js';

await runService('worker', async (config) => {
  const log = pino({ name: 'worker', level: config.logLevel });
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config, log), { logger: ['error', 'warn'] });
  log.info({ concurrency: config.workerConcurrency, queue: config.redisUrl ? 'redis' : 'postgres' }, 'worker ready');
  process.send?.({ ready: true });
  return { log, close: () => app.close() };
});
