import { syntheticRecords } from '@matchwatch/demo';
import { addDays, dayIn, instantIn } from '@matchwatch/domain';
import { openDoorbell } from '@matchwatch/queue';
import { alignSchedules, connect, readClock, saveRecords, saveSchool } from '@matchwatch/store';
import { throwAwayPostgres } from '@matchwatch/testing';
import { scheduledWork, takeDueSlots } from '@matchwatch/worker';
import { expect, it } from 'vitest';
import { countSlots } from './slot-counts.js';

const timeZone = 'America/Chicago';
const schools = Array.from({ length: 20 }, (_, i) => `school-${i}`);
const nights = 25;
const both = { nightly: '0 2 * * *', weekly: '30 2 * * *', report: '0 0 1 1 *' };

/** What the product does, without the bell: nobody shall assess. */
const silent =
  (work: (typeof scheduledWork)['nightly']): (typeof scheduledWork)['nightly'] =>
  async (db, due) => {
    const { ring: _, ...written } = await work(db, due);
    return written;
  };
const work = { ...scheduledWork, nightly: silent(scheduledWork.nightly), weekly: silent(scheduledWork.weekly) };

it('five schedulers at once over a thousand slots give a thousand runs, each slot its own', async () => {
  const { url, drop } = await throwAwayPostgres();
  const pools = await Promise.all(Array.from({ length: 5 }, () => connect({ url, poolSize: 2 })));
  const [database] = pools;
  const doorbell = openDoorbell({ databaseUrl: url });
  const errors: unknown[] = [];
  const log = { error: (about: unknown) => void errors.push(about), warn: () => {} };
  try {
    if (!database) throw new Error('there is no pool');
    for (const id of schools) {
      await saveSchool(database, { id, name: id, timeZone });
      await alignSchedules(database, { id, timeZone }, both);
      const records = [...syntheticRecords({ count: 1, seed: 7, season: 2040, asOf: '2026-08-17' })];
      await saveRecords(database, id, records, { by: 'spec', at: new Date(), knownOn: '2026-08-17', source: 'import' });
    }
    const today = dayIn(timeZone, await readClock(database));
    const expected = Array.from({ length: nights }, (_, i) => instantIn(timeZone, addDays(today, i + 1), '02:00'));
    const started = await Promise.all(
      pools.map(async (pool) => {
        let slots = 0;
        for (const night of expected) {
          const now = new Date(night.getTime() + 31 * 60_000);
          slots += (await takeDueSlots({ database: pool, doorbell, log, work }, now)).length;
        }
        return slots;
      }),
    );
    expect(errors).toEqual([]);
    expect(started.reduce((sum, each) => sum + each)).toBe(1_000);
    for (const id of schools) {
      expect(await countSlots(database, id)).toEqual({ runs: 50, slots: 50, started: 50, ledger: 50 });
    }
  } finally {
    await doorbell.close();
    await Promise.all(pools.map((pool) => pool.destroy()));
    await drop();
  }
});
