import { hostname } from 'node:os';
import { type Doorbell, openDoorbell } from '@matchwatch/queue';
import { connect, type DataSource, workerApplicationName } from '@matchwatch/store';
import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { ScheduleService } from './schedule/schedule.service.js';
import { DATABASE, DOORBELL, LOGGER, SETTINGS, type WorkerSettings } from './tokens.js';
import { WorkerService } from './worker.service.js';

@Module({})
export class WorkerModule implements OnApplicationShutdown {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
  ) {}

  /** The worker as settings describe it. */
  static with(settings: WorkerSettings, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      imports: [ScheduleModule.forRoot()],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: LOGGER, useValue: logger },
        {
          provide: DATABASE,
          useFactory: () =>
            connect({
              url: settings.databaseUrl,
              poolSize: settings.databasePoolSize,
              applicationName: workerApplicationName(hostname(), process.pid),
            }),
        },
        {
          provide: DOORBELL,
          useFactory: () =>
            openDoorbell({
              databaseUrl: settings.databaseUrl,
              redisUrl: settings.redisUrl,
              onError: (error) => logger.warn({ err: error }, 'queue connection trouble'),
            }),
        },
        WorkerService,
        ScheduleService,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.doorbell.close();
    await this.database.destroy();
  }
}
