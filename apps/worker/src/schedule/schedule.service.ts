import type { Doorbell } from '@matchwatch/queue';
import { type DataSource, listSchools, type School } from '@matchwatch/store';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import type { Logger } from 'pino';
import { sweep } from '../run/sweep.js';
import { DATABASE, DOORBELL, LOGGER, SETTINGS, type WorkerSettings } from '../tokens.js';
import type { ScheduledKind } from './slot.js';
import { startScheduledRuns } from './start-scheduled-runs.js';

const sweepEveryMs = 5_000;
const schoolsEveryMs = 60_000;

/** The product's only clock: nightly and weekly runs in each school's own zone, and the sweep. */
@Injectable()
export class ScheduleService implements OnApplicationBootstrap {
  constructor(
    private readonly registry: SchedulerRegistry,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(SETTINGS) private readonly settings: WorkerSettings,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.every('sweep', sweepEveryMs, async () => {
      const rung = await sweep(this.database, this.doorbell);
      if (rung.length > 0) this.log.warn({ runs: rung.map(({ runId }) => runId) }, 'rang again for runs that stood still');
    });
    this.every('schools', schoolsEveryMs, () => this.scheduleSchools());
    await this.scheduleSchools();
  }

  /** Schools come and go while the worker runs; each has a job per kind in its own zone. */
  private async scheduleSchools(): Promise<void> {
    const known = this.registry.getCronJobs();
    for (const school of await listSchools(this.database)) {
      for (const kind of ['nightly', 'weekly'] as const) {
        const name = `${kind} ${school.id} ${school.timeZone}`;
        if (!known.has(name)) this.registry.addCronJob(name, this.cronJob(kind, school));
      }
    }
  }

  private cronJob(kind: ScheduledKind, school: School): CronJob {
    const cronTime = kind === 'nightly' ? this.settings.nightlyCron : this.settings.weeklyCron;
    return CronJob.from({
      cronTime,
      timeZone: school.timeZone,
      start: true,
      onTick: () =>
        this.guarded(`${kind} run`, async () => {
          const started = await startScheduledRuns(this.database, this.doorbell, school, kind, new Date());
          this.log.info({ school: school.id, kind, runs: started }, 'scheduled runs started');
        }),
    });
  }

  private every(name: string, ms: number, action: () => Promise<void>): void {
    this.registry.addInterval(
      name,
      setInterval(() => this.guarded(name, action), ms),
    );
  }

  private guarded(what: string, action: () => Promise<void>): Promise<void> {
    return action().catch((error: Error) => this.log.error({ err: error }, `${what} failed and will be tried again`));
  }
}
