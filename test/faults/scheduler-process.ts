import { openDoorbell } from '@matchwatch/queue';
import { connect } from '@matchwatch/store';
import { scheduledWork, takeDueSlots } from '@matchwatch/worker';

/** What a scheduler in a process of its own is told: the database, and the clock it shall see, tick by tick. */
export interface SchedulerOrders {
  url: string;
  ticks: string[];
}

/** What it answers when it is through. */
export interface SchedulerReport {
  slots: number;
  errors: string[];
}

type Work = (typeof scheduledWork)['nightly'];

/** What the product does, without the bell: nobody shall assess. */
const silent =
  (work: Work): Work =>
  async (db, due) => {
    const { ring: _, ...written } = await work(db, due);
    return written;
  };
const work = { ...scheduledWork, nightly: silent(scheduledWork.nightly), weekly: silent(scheduledWork.weekly) };

process.once('message', ({ url, ticks }: SchedulerOrders) => {
  void (async () => {
    const database = await connect({ url, poolSize: 2 });
    const doorbell = openDoorbell({ databaseUrl: url });
    const errors: string[] = [];
    const log = { error: (about: unknown) => void errors.push(JSON.stringify(about)), warn: () => {} };
    let slots = 0;
    for (const tick of ticks) slots += (await takeDueSlots({ database, doorbell, log, work }, new Date(tick))).length;
    await doorbell.close();
    await database.destroy();
    process.send?.({ slots, errors } satisfies SchedulerReport, () => process.disconnect());
  })();
});
process.send?.('ready');
