import { addDays, type Day, dayIn, instantIn } from '@matchwatch/domain';
import { connect, readClock, sql } from '@matchwatch/store';
import { throwAwayPostgres } from '@matchwatch/testing';
import { expect, it } from 'vitest';
import { expectOracle } from './fault-kit.js';
import { keepFigure } from './figures.js';
import { addSchool, runSchedulers } from './scheduler-kit.js';

// By the real ledger, from the day it is; the pure table in libs/domain has every day from 2026 to 2030.
const until: Day = '2030-12-31';
// Half past one comes twice in autumn, half past two not at all in spring.
const crons = { nightly: '30 1 * * *', weekly: '30 2 * * *' };
const zones = ['America/New_York', 'Europe/Berlin', 'Australia/Sydney'];

it.each(zones)('a fixed time of the clock fires once a day in %s, to the end of 2030', async (timeZone) => {
  const cluster = await throwAwayPostgres();
  const database = await connect({ url: cluster.url, poolSize: 2 });
  try {
    await addSchool(database, { id: 'one', timeZone }, crons);
    const days: Day[] = [];
    for (let day = addDays(dayIn(timeZone, await readClock(database)), 1); day <= until; day = addDays(day, 1)) days.push(day);
    const [report] = await runSchedulers(cluster.url, [days.map((day) => instantIn(timeZone, day, '04:00'))]);
    expect(report?.errors).toEqual([]);
    for (const kind of Object.keys(crons)) {
      const slots = await sql<{ on: Day; state: string }>(
        database,
        'one',
        `select t.on_day as "on", t.state from schedule_slot t
         join schedule s on s.school_id = t.school_id and s.id = t.schedule_id and s.kind = $2 where t.school_id = $1 order by slot_at`,
        ['one', kind],
      );
      expect(slots).toEqual(days.map((on) => ({ on, state: 'started' })));
    }
    await expectOracle(database);
    keepFigure({ fault: 'daylight-saving', kind: timeZone });
  } finally {
    await database.destroy();
    await cluster.drop();
  }
});
