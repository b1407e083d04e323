import { addDays, dayIn, instantIn, type ScheduleKind, scheduleDefaults } from '@matchwatch/domain';
import { type Doorbell, openDoorbell } from '@matchwatch/queue';
import {
  alignSchedules,
  connect,
  type DataSource,
  listSchedules,
  pauseSchedule,
  readClock,
  type Schedule,
  saveRecords,
  saveSchool,
  sql,
} from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scheduledWork } from './scheduled-work.js';
import { takeDueSlots } from './take-due-slots.js';

const timeZone = 'America/Chicago';
const minute = 60_000;

describe('slots of schedules', () => {
  let cluster: ThrowAwayDatabase;
  let database: DataSource;
  let doorbell: Doorbell;
  const errors: unknown[] = [];
  const log = { error: (about: unknown) => void errors.push(about), warn: () => {} };
  const tick = (now: Date) => takeDueSlots({ database, doorbell, log }, now);

  /** A school with one applicant; its nightly run is at two. */
  async function addSchool(id: string, crons: Partial<Record<ScheduleKind, string>> = {}): Promise<void> {
    await saveSchool(database, { id, name: id, timeZone });
    await alignSchedules(database, { id, timeZone }, { ...scheduleDefaults, weekly: '0 0 29 2 *', ...crons });
    const records = [{ externalId: 'S-1', name: { given: 'Ann', family: 'Spec' }, season: 2040, applicantType: 'us-md' as const }];
    await saveRecords(database, id, records, { by: 'spec', at: new Date(), knownOn: '2026-08-17', source: 'import' });
  }
  const nightlyOf = async (id: string): Promise<Schedule> => {
    const nightly = (await listSchedules(database, id, new Date())).find(({ kind }) => kind === 'nightly');
    if (!nightly) throw new Error(`${id} has no nightly schedule`);
    return nightly;
  };
  const ledger = (id: string) =>
    sql<{ on: string; state: string; late: boolean; runs: number; why: string | null }>(
      database,
      id,
      `select on_day as "on", t.state, late, cardinality(run_ids) as runs, why from schedule_slot t
       join schedule s on s.school_id = t.school_id and s.id = t.schedule_id and s.kind = 'nightly'
       where t.school_id = $1 order by slot_at`,
      [id],
    );
  const runsOf = (id: string) =>
    sql<{ slot: string; asOf: string; kind: string }>(
      database,
      id,
      'select slot, as_of as "asOf", kind from run where school_id = $1 order by slot',
      [id],
    );
  /** Two at night, so many days from the day the database has. */
  let night: (days: number, minutesPast?: number) => Date;
  let dayOf: (days: number) => string;

  beforeAll(async () => {
    cluster = await throwAwayPostgres();
    database = await connect({ url: cluster.url, poolSize: 4 });
    doorbell = openDoorbell({ databaseUrl: cluster.url });
    const today = dayIn(timeZone, await readClock(database));
    dayOf = (days) => addDays(today, days);
    night = (days, minutesPast = 0) => new Date(instantIn(timeZone, addDays(today, days), '02:00').getTime() + minutesPast * minute);
  });
  afterAll(async () => {
    await doorbell?.close();
    await database?.destroy();
    await cluster?.drop();
  });

  it('that were missed are made good by one run, late and marked so; a clock that steps does nothing twice', async () => {
    await addSchool('late');
    await tick(night(1));
    await tick(night(4, 7 * 60));
    const after = [
      { on: dayOf(1), state: 'started', late: false, runs: 1, why: null },
      { on: dayOf(2), state: 'passed-over', late: false, runs: 0, why: null },
      { on: dayOf(3), state: 'passed-over', late: false, runs: 0, why: null },
      { on: dayOf(4), state: 'started', late: true, runs: 1, why: null },
    ];
    expect(await ledger('late')).toEqual(after);
    expect((await runsOf('late')).map(({ asOf }) => asOf)).toEqual([dayOf(1), dayOf(4)]);
    for (const minutesPast of [90, 0, 8 * 60, -90, 10]) await tick(night(4, minutesPast));
    expect(await ledger('late')).toEqual(after);
    // A clock that was days ahead: the slot it started is not started again, those it passed over are.
    await tick(night(7));
    await tick(night(5));
    await tick(night(7));
    expect((await ledger('late')).slice(4)).toEqual([
      { on: dayOf(5), state: 'started', late: false, runs: 1, why: null },
      { on: dayOf(6), state: 'passed-over', late: false, runs: 0, why: null },
      { on: dayOf(7), state: 'started', late: false, runs: 1, why: null },
    ]);
  });

  it('of a paused schedule are left out with the reason, and not made up for once it goes on', async () => {
    await addSchool('paused');
    const { id } = await nightlyOf('paused');
    const pause = { at: new Date(), by: 'Dr. Rivera', reason: 'The registrar is moving' };
    expect(await pauseSchedule(database, 'paused', id, pause)).toBe('done');
    expect(await pauseSchedule(database, 'paused', id, pause)).toBe('unchanged');
    expect(await pauseSchedule(database, 'paused', 999_999, pause)).toBe('missing');
    await tick(night(2));
    expect((await nightlyOf('paused')).paused).toEqual(pause);
    await pauseSchedule(database, 'paused', id, null);
    await tick(night(3));
    expect(await ledger('paused')).toEqual([
      { on: dayOf(1), state: 'paused', late: false, runs: 0, why: pause.reason },
      { on: dayOf(2), state: 'paused', late: false, runs: 0, why: pause.reason },
      { on: dayOf(3), state: 'started', late: false, runs: 1, why: null },
    ]);
  });

  it('that cannot be started say why, leave nothing half written, are tried again after a minute and hold no other school up', async () => {
    await addSchool('failing');
    await addSchool('well');
    const work = {
      ...scheduledWork,
      nightly: async (...[db, due]: Parameters<typeof scheduledWork.nightly>) => {
        const written = await scheduledWork.nightly(db, due);
        if (due.school.id === 'failing') throw new Error('no ink');
        return written;
      },
    };
    await takeDueSlots({ database, doorbell, log, work }, night(1));
    expect(await ledger('failing')).toEqual([{ on: dayOf(1), state: 'failed', late: false, runs: 0, why: 'no ink' }]);
    expect(await runsOf('failing')).toEqual([]);
    expect(await ledger('well')).toHaveLength(1);
    await tick(night(1, 0.5));
    expect(await runsOf('failing')).toEqual([]);
    await tick(night(1, 2));
    expect(await ledger('failing')).toEqual([{ on: dayOf(1), state: 'started', late: false, runs: 1, why: null }]);
  });

  it('of a season that is over are weekly only, and of a school without anybody nothing', async () => {
    await saveSchool(database, { id: 'empty', name: 'Empty', timeZone });
    await tick(night(1));
    expect(await ledger('empty')).toEqual([{ on: dayOf(1), state: 'nothing', late: false, runs: 0, why: null }]);
    await addSchool('over', { weekly: '0 2 * * *' });
    await sql(database, 'over', `update applicant set season = 2020 where school_id = 'over'`);
    await tick(night(1));
    expect((await runsOf('over')).map(({ kind }) => kind)).toEqual(['weekly']);
  });

  it('of a time that was changed count from then on', async () => {
    await addSchool('changed');
    await alignSchedules(database, { id: 'changed', timeZone }, { ...scheduleDefaults, nightly: '0 0 * * *' });
    await tick(await readClock(database));
    expect(await ledger('changed')).toEqual([]);
    await tick(night(1));
    expect(await ledger('changed')).toMatchObject([{ on: dayOf(1), state: 'started', late: true }]);
  });
});
