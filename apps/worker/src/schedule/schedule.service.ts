import type { Doorbell } from '@matchwatch/queue';
import { alignSchedules, type DataSource, listSchools, readClock } from '@matchwatch/store';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { sweepDeliveries } from '../delivery/sweep-deliveries.js';
import { sweep } from '../run/sweep.js';
import { DATABASE, DOORBELL, LOGGER, SETTINGS, type WorkerSettings } from '../tokens.js';
import { configuredCrons } from './scheduled-work.js';
import { takeDueSlots } from './take-due-slots.js';

const tickEveryMs = 5_000;
const sweepEveryMs = 5_000;
const schoolsEveryMs = 60_000;

/** The product's only clock: asks the database what is due, and what stands still. Any number of workers may have one. */
@Injectable()
export class ScheduleService implements OnApplicationBootstrap {
  private readonly busy = new Set<string>();

  constructor(
    private readonly registry: SchedulerRegistry,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(SETTINGS) private readonly settings: WorkerSettings,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { database, doorbell, log } = this;
    const scheduler = { database, doorbell, log };
    await this.alignSchools();
    this.every('schools', schoolsEveryMs, () => this.alignSchools());
    this.every('slots', tickEveryMs, async () => {
      for (const { schoolId, kind, slot, runIds } of await takeDueSlots(scheduler, await readClock(database)))
        log.info({ school: schoolId, kind, slot: slot.at, runs: runIds }, 'scheduled slot started');
    });
    this.every('sweep', sweepEveryMs, async () => {
      const rung = await sweep(database, doorbell);
      if (rung.length > 0) log.warn({ runs: rung.map(({ runId }) => runId) }, 'rang again for runs that stood still');
      await sweepDeliveries(database, doorbell, this.settings);
    });
  }

  /** Schools come while the worker runs, and times are configured anew. */
  private async alignSchools(): Promise<void> {
    const crons = configuredCrons(this.settings);
    for (const school of await listSchools(this.database)) await alignSchedules(this.database, school, crons);
  }

  private every(name: string, ms: number, action: () => Promise<void>): void {
    this.registry.addInterval(
      name,
      setInterval(() => void this.guarded(name, action), ms),
    );
  }

  /** One at a time: a slow database shall not be asked the same thing ever more often. */
  private async guarded(what: string, action: () => Promise<void>): Promise<void> {
    if (this.busy.has(what)) return;
    this.busy.add(what);
    await action().catch((error: Error) => this.log.error({ err: error }, `${what} failed and will be tried again`));
    this.busy.delete(what);
  }
}
