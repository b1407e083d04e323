import { isLate, type Slot, type SlotState } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import type { Schedule } from './schedule.repository.js';

const retryAfter = `interval '1 minute'`;

/**
 * Takes the last of the due slots of a schedule for this transaction, in which what it asks for is to be written, and notes that those
 * before it were missed. False when somebody else has taken it, it was paused, or it has just failed. Any number of schedulers may try at once.
 */
export async function takeSlot(db: Database, schoolId: string, { id }: Schedule, due: readonly Slot[], now: Date): Promise<boolean> {
  const last = due.at(-1);
  if (!last) return false;
  const taken = await sqlOne(
    db,
    schoolId,
    `insert into schedule_slot as standing (school_id, schedule_id, slot_at, on_day, state, late, taken_at)
     select school_id, id, $3, $4, 'started', $5, $6 from schedule where school_id = $1 and id = $2 and paused_at is null
     on conflict (school_id, schedule_id, slot_at) do update set state = 'started', late = excluded.late, taken_at = excluded.taken_at, why = null
       where (standing.state = 'failed' and standing.taken_at < excluded.taken_at - ${retryAfter})
          or (standing.state = 'passed-over' and standing.taken_at > excluded.taken_at and not excluded.late) -- by a clock that was ahead
     returning 1`,
    [schoolId, id, last.at, last.on, isLate(last, now), now],
  );
  if (!taken) return false;
  await noteSlots(db, schoolId, id, due.slice(0, -1), { state: 'passed-over', now });
  return true;
}

/** Notes that due slots of a paused schedule were left out. */
export const leaveOutSlots = (db: Database, schoolId: string, { id, paused }: Schedule, due: readonly Slot[], now: Date): Promise<void> =>
  noteSlots(db, schoolId, id, due, { state: 'paused', now, why: paused?.reason });

/** Notes that a slot could not be started and why; it is tried again after a minute. */
export const failSlot = (db: Database, schoolId: string, { id }: Schedule, slot: Slot, now: Date, why: string): Promise<void> =>
  noteSlots(db, schoolId, id, [slot], { state: 'failed', now, why });

/** Writes down what a slot started: runs, or that there was nothing to do. In the transaction that took it. */
export const noteStarted = (
  db: Database,
  schoolId: string,
  { id }: Schedule,
  slot: Slot,
  state: Extract<SlotState, 'started' | 'nothing'>,
  runIds: readonly number[],
): Promise<unknown> =>
  sql(db, schoolId, 'update schedule_slot set state = $4, run_ids = $5 where school_id = $1 and schedule_id = $2 and slot_at = $3', [
    schoolId,
    id,
    slot.at,
    state,
    runIds,
  ]);

// What failed may end in any other way; every other end stands.
async function noteSlots(
  db: Database,
  schoolId: string,
  scheduleId: number,
  slots: readonly Slot[],
  { state, now, why }: { state: SlotState; now: Date; why?: string | undefined },
): Promise<void> {
  if (slots.length === 0) return;
  await sql(
    db,
    schoolId,
    `insert into schedule_slot as standing (school_id, schedule_id, slot_at, on_day, state, taken_at, why)
     select $1, $2, at, on_day, $5, $6, $7 from unnest($3::timestamptz[], $4::date[]) as missed (at, on_day)
     on conflict (school_id, schedule_id, slot_at) do update set state = excluded.state, taken_at = excluded.taken_at, why = excluded.why
       where standing.state = 'failed'`,
    [schoolId, scheduleId, slots.map(({ at }) => at), slots.map(({ on }) => on), state, now, why ?? null],
  );
}
