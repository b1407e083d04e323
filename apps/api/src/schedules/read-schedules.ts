import type { OverdueSlot, Schedule } from '@matchwatch/contracts';
import { overdueReason, type ScheduleKind, type Slot, scheduledRunKinds, slotAfter, slotToBeDone } from '@matchwatch/domain';
import {
  type Database,
  listLastPublications,
  listSchedules,
  listSlots,
  type Schedule as ScheduleRow,
  type SlotRow,
} from '@matchwatch/store';

const slotsShown = 10;

/** Schedules of a school with their last and next slots, and what should be done by now and is not. */
export async function readSchedules(db: Database, schoolId: string, now: Date, alarmMinutes: number): Promise<Schedule[]> {
  const schedules = await listSchedules(db, schoolId, now);
  const toBeDone = new Map(schedules.map((schedule) => [schedule.id, toBeDoneOf(schedule, now, alarmMinutes)]));
  const named = [...toBeDone].flatMap(([scheduleId, slot]) => (slot ? { scheduleId, at: slot.at } : []));
  const slots = await listSlots(db, schoolId, slotsShown, named);
  const [earliest] = named.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime());
  const published = earliest ? await listLastPublications(db, schoolId, earliest) : [];
  return schedules.map((schedule) => {
    const { id, kind, cron, timeZone, paused } = schedule;
    const own = slots.filter(({ scheduleId }) => scheduleId === id);
    const next = paused ? undefined : slotAfter(schedule, now);
    return {
      id,
      kind,
      cron,
      timeZone,
      paused: paused && { ...paused, at: paused.at.toISOString() },
      next: next ? { at: next.at.toISOString(), on: next.on } : null,
      // A later run makes up for one that is missing, and for no report.
      overdue: overdueOf(toBeDone.get(id), own, isRunKind(kind) ? published : []),
      slots: own.slice(0, slotsShown).map(({ at, on, state, late, takenAt, why, runs }) => ({
        at: at.toISOString(),
        on,
        state,
        late,
        takenAt: takenAt.toISOString(),
        why,
        runs,
      })),
    };
  });
}

const isRunKind = (kind: ScheduleKind): boolean => scheduledRunKinds.some((each) => each === kind);

const toBeDoneOf = (schedule: ScheduleRow, now: Date, alarmMinutes: number): Slot | undefined =>
  schedule.paused ? undefined : slotToBeDone(schedule, schedule.since, now, alarmMinutes);

function overdueOf(
  slot: Slot | undefined,
  own: readonly SlotRow[],
  published: Awaited<ReturnType<typeof listLastPublications>>,
): OverdueSlot | null {
  if (!slot) return null;
  const taken = own.find(({ at }) => at.getTime() === slot.at.getTime());
  const reason = overdueReason(slot, taken, published);
  return reason ? { at: slot.at.toISOString(), ...reason, detail: reason.why === 'failed' ? (taken?.why ?? null) : null } : null;
}
