import { type BoundWorker, bindWorker, type Doorbell, isRunJob, type Jobs, type RunJobName } from '@matchwatch/queue';
import type { DataSource } from '@matchwatch/store';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { deliveryHandlers } from './delivery/delivery-handlers.js';
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
    const rails = { populationDrop: this.settings.runPopulationDropPercent / 100, unknownRise: this.settings.runUnknownRisePercent / 100 };
    const handlers = {
      ...runHandlers(this.database, this.doorbell, { chunkSize, rails }),
      ...deliveryHandlers({
        database: this.database,
        doorbell: this.doorbell,
        settings: this.settings,
        clock: () => new Date(),
        log: this.log,
      }),
    };
    this.worker = await bindWorker(handlers, {
      databaseUrl,
      redisUrl,
      concurrency: workerConcurrency,
      onError: (error) => this.log.warn({ err: error }, 'queue connection trouble'),
      onFailed: async (name, data, error, final) => {
        this.log.error({ err: error, job: name, ...data, final }, final ? 'job given up' : 'job failed and will be tried again');
        // A delivery stands in its ledger, and the sweep finds it there.
        if (final && isRunJob(name)) await giveUp(this.database, this.doorbell, name, data as Jobs[RunJobName], error);
      },
    });
  }

  /** Jobs at work are finished before connections go. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker?.close();
  }
}
