import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { syntheticRecords } from '@matchwatch/demo';
import { addDays, dayIn, instantIn, scheduleDefaults } from '@matchwatch/domain';
import { alignSchedules, connect, type DataSource, readClock, saveRecords, saveSchool, sql } from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { expectOracle } from './fault-kit.js';
import { keepFigure } from './figures.js';
import type { SchedulerOrders, SchedulerReport } from './scheduler-process.js';

const fault = 'schedulers';
const timeZone = 'America/Chicago';
const minute = 60_000;
const never = '0 0 29 2 *';

/** The built process; specs run from the sources. */
const entry = fileURLToPath(new URL('../dist/faults/scheduler-process.js', import.meta.url));

let cluster: ThrowAwayDatabase;
let database: DataSource;
beforeEach(async () => {
  cluster = await throwAwayPostgres();
  database = await connect({ url: cluster.url, poolSize: 4 });
});
afterEach(async () => {
  await expectOracle(database);
  await database.destroy();
  await cluster.drop();
});

async function addSchool(id: string, crons: { nightly: string; weekly: string }): Promise<void> {
  await saveSchool(database, { id, name: id, timeZone });
  await alignSchedules(database, { id, timeZone }, { ...scheduleDefaults, ...crons, report: never });
  const records = [...syntheticRecords({ count: 1, seed: 7, season: 2040, asOf: '2026-08-17' })];
  await saveRecords(database, id, records, { by: 'spec', at: new Date(), knownOn: '2026-08-17', source: 'import' });
}

/** Two at night of the days to come, so many minutes past. */
async function nights(): Promise<(days: number, minutesPast?: number) => Date> {
  const today = dayIn(timeZone, await readClock(database));
  return (days, minutesPast = 0) => new Date(instantIn(timeZone, addDays(today, days), '02:00').getTime() + minutesPast * minute);
}

/** So many schedulers at once, each a process of its own that sees its own clock. */
async function schedulers(clocks: readonly (readonly Date[])[]): Promise<SchedulerReport[]> {
  const children = clocks.map(() => fork(entry, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
  await Promise.all(children.map((child) => once(child, 'message')));
  return Promise.all(
    children.map(async (child, at) => {
      const orders: SchedulerOrders = { url: cluster.url, ticks: (clocks[at] ?? []).map((tick) => tick.toISOString()) };
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

it('five processes at once over a thousand slots: a thousand runs, each slot its own', async () => {
  const schools = Array.from({ length: 20 }, (_, i) => `school-${i}`);
  for (const id of schools) await addSchool(id, { nightly: '0 2 * * *', weekly: '30 2 * * *' });
  const night = await nights();
  const ticks = Array.from({ length: 25 }, (_, i) => night(i + 1, 31));
  const startedAt = performance.now();
  const reports = await schedulers(Array.from({ length: 5 }, () => ticks));
  keepFigure({ fault, kind: 'five processes, 1,000 slots', finishedMs: Math.round(performance.now() - startedAt) });
  expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
  expect(reports.reduce((sum, { slots }) => sum + slots, 0)).toBe(1_000);
  for (const id of schools) {
    const [counts] = await sql(
      database,
      id,
      `select count(*) as runs, count(distinct (kind, slot)) as slots,
              (select count(*) from schedule_slot t where t.school_id = $1 and state = 'started' and cardinality(run_ids) = 1) as started,
              (select count(*) from schedule_slot t where t.school_id = $1) as ledger
       from run where school_id = $1`,
      [id],
    );
    expect(counts).toEqual({ runs: 50, slots: 50, started: 50, ledger: 50 });
  }
});

const ledger = () =>
  sql<{ state: string; late: boolean; runs: number }>(
    database,
    'one',
    `select t.state, late, cardinality(run_ids) as runs from schedule_slot t
     join schedule s on s.school_id = t.school_id and s.id = t.schedule_id and s.kind = 'nightly' where t.school_id = $1 order by slot_at`,
    ['one'],
  );

it('down over three slots: one run makes good, late and marked so, whoever of five is first', async () => {
  await addSchool('one', { nightly: '0 2 * * *', weekly: never });
  const night = await nights();
  await schedulers([[night(1)]]);
  await schedulers(Array.from({ length: 5 }, () => [night(4, 7 * 60), night(4, 7 * 60 + 1)]));
  keepFigure({ fault, kind: 'down over three slots' });
  expect(await ledger()).toEqual([
    { state: 'started', late: false, runs: 1 },
    { state: 'passed-over', late: false, runs: 0 },
    { state: 'passed-over', late: false, runs: 0 },
    { state: 'started', late: true, runs: 1 },
  ]);
});

it('clocks that step back and forth, and differ by hours between processes, start nothing twice', async () => {
  await addSchool('one', { nightly: '0 2 * * *', weekly: never });
  const night = await nights();
  const steps = [0, 90, -90, 10, 8 * 60, -30, 5];
  const clocks = Array.from({ length: 5 }, (_, process) =>
    [1, 2, 3].flatMap((day) => steps.map((minutes) => night(day, minutes + process * 7))),
  );
  await schedulers(clocks);
  keepFigure({ fault, kind: 'clock stepped' });
  const slots = await ledger();
  expect(slots).toHaveLength(3);
  const [runs] = await sql<{ runs: number; slots: number }>(
    database,
    'one',
    'select count(*) as runs, count(distinct slot) as slots from run where school_id = $1',
    ['one'],
  );
  const started = slots.filter(({ state }) => state === 'started');
  expect(runs).toEqual({ runs: started.length, slots: started.length });
  expect(started.every((slot) => slot.runs === 1)).toBe(true);
});
