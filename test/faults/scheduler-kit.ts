import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { syntheticRecords } from '@matchwatch/demo';
import { scheduleDefaults } from '@matchwatch/domain';
import { alignSchedules, type DataSource, saveRecords, saveSchool } from '@matchwatch/store';
import type { SchedulerOrders, SchedulerReport } from './scheduler-process.js';

/** A time that does not come before 2028. */
export const never = '0 0 29 2 *';

/** The built process; specs run from the sources. */
const entry = fileURLToPath(new URL('../dist/faults/scheduler-process.js', import.meta.url));

/** A school with one applicant, whose season is far. */
export async function addSchool(
  database: DataSource,
  { id, timeZone }: { id: string; timeZone: string },
  crons: { nightly: string; weekly: string },
): Promise<void> {
  await saveSchool(database, { id, name: id, timeZone });
  await alignSchedules(database, { id, timeZone }, { ...scheduleDefaults, ...crons, report: never });
  const records = [...syntheticRecords({ count: 1, seed: 7, season: 2040, asOf: '2026-08-17' })];
  await saveRecords(database, id, records, { by: 'spec', at: new Date(), knownOn: '2026-08-17', source: 'import' });
}

/** So many schedulers at once, each a process of its own that sees its own clock. */
export async function runSchedulers(url: string, clocks: readonly (readonly Date[])[]): Promise<SchedulerReport[]> {
  const children = clocks.map(() => fork(entry, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
  await Promise.all(children.map((child) => once(child, 'message')));
  return Promise.all(
    children.map(async (child, at) => {
      const orders: SchedulerOrders = { url, ticks: (clocks[at] ?? []).map((tick) => tick.toISOString()) };
      child.send(orders);
      const [report] = (await Promise.race([
        once(child, 'message'),
        once(child, 'exit').then(([code]) => Promise.reject(new Error(`A scheduler ended with status ${code}`))),
      ])) as [SchedulerReport];
      await once(child, 'exit');
      return report;
    }),
  );
}
