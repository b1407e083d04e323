import { addDays, dayIn, instantIn } from '@matchwatch/domain';
import { connect, type DataSource, readClock, sql } from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { countSlots } from '../pipeline/slot-counts.js';
import { expectOracle } from './fault-kit.js';
import { keepFigure } from './figures.js';
import { addSchool, never, runSchedulers } from './scheduler-kit.js';

const fault = 'schedulers';
const timeZone = 'America/Chicago';
const minute = 60_000;

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

/** Two at night of the days to come, so many minutes past. */
async function nights(): Promise<(days: number, minutesPast?: number) => Date> {
  const today = dayIn(timeZone, await readClock(database));
  return (days, minutesPast = 0) => new Date(instantIn(timeZone, addDays(today, days), '02:00').getTime() + minutesPast * minute);
}

it('five processes at once over a thousand slots: a thousand runs, each slot its own', async () => {
  const schools = Array.from({ length: 20 }, (_, i) => `school-${i}`);
  for (const id of schools) await addSchool(database, { id, timeZone }, { nightly: '0 2 * * *', weekly: '30 2 * * *' });
  const night = await nights();
  const ticks = Array.from({ length: 25 }, (_, i) => night(i + 1, 31));
  const startedAt = performance.now();
  const reports = await runSchedulers(
    cluster.url,
    Array.from({ length: 5 }, () => ticks),
  );
  keepFigure({ fault, kind: 'five processes, 1,000 slots', finishedMs: Math.round(performance.now() - startedAt) });
  expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
  expect(reports.reduce((sum, { slots }) => sum + slots, 0)).toBe(1_000);
  for (const id of schools) {
    expect(await countSlots(database, id)).toEqual({ runs: 50, slots: 50, started: 50, ledger: 50 });
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
  await addSchool(database, { id: 'one', timeZone }, { nightly: '0 2 * * *', weekly: never });
  const night = await nights();
  await runSchedulers(cluster.url, [[night(1)]]);
  await runSchedulers(
    cluster.url,
    Array.from({ length: 5 }, () => [night(4, 7 * 60), night(4, 7 * 60 + 1)]),
  );
  keepFigure({ fault, kind: 'down over three slots' });
  expect(await ledger()).toEqual([
    { state: 'started', late: false, runs: 1 },
    { state: 'passed-over', late: false, runs: 0 },
    { state: 'passed-over', late: false, runs: 0 },
    { state: 'started', late: true, runs: 1 },
  ]);
});

it('clocks that step back and forth, and differ by hours between processes, start nothing twice', async () => {
  await addSchool(database, { id: 'one', timeZone }, { nightly: '0 2 * * *', weekly: never });
  const night = await nights();
  const steps = [0, 90, -90, 10, 8 * 60, -30, 5];
  const clocks = Array.from({ length: 5 }, (_, process) =>
    [1, 2, 3].flatMap((day) => steps.map((minutes) => night(day, minutes + process * 7))),
  );
  await runSchedulers(cluster.url, clocks);
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
