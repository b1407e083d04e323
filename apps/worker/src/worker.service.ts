import { type BoundWorker, bindWorker, type Doorbell } from '@matchwatch/queue';
import type { DataSource } from '@matchwatch/store';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { giveUp, runHandlers } from './run/run-handlers.js';
import { DATABASE, DOORBELL, LOGGER, SETTINGS, type WorkerSettings } from './tokens.js';

/** Takes jobs from the queue for as long as the process lives. */
@Injectable()
export class WorkerService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private worker: BoundWorker | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(SETTINGS) private readonly settings: WorkerSettings,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { databaseUrl, redisUrl, workerConcurrency, chunkSize } = this.settings;
    this.worker = await bindWorker(runHandlers(this.database, this.doorbell, { chunkSize }), {
      databaseUrl,
      redisUrl,
      concurrency: workerConcurrency,
      onError: (error) => this.log.warn({ err: error }, 'queue connection trouble'),
      onFailed: async (name, data, error, final) => {
        this.log.error({ err: error, job: name, ...data, final }, final ? 'job given up' : 'job failed and will be tried again');
        if (final) await giveUp(this.database, this.doorbell, name, data, error);
      },
    });
  }

  /** Jobs at work are finished before connections go. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker?.close();
  }
}
