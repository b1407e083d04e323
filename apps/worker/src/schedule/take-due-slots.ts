import { dayIn, dueSlots, type ScheduleKind, type Slot } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import {
  type DataSource,
  failSlot,
  leaveOutSlots,
  listSchedules,
  listSchools,
  noteStarted,
  type Schedule,
  type School,
  takeSlot,
} from '@matchwatch/store';
import type { Logger } from 'pino';
import { scheduledWork } from './scheduled-work.js';
import type { ScheduledWork } from './slot-work.js';

export interface TakenSlot {
  schoolId: string;
  kind: ScheduleKind;
  slot: Slot;
  runIds: readonly number[];
}

interface Scheduler {
  database: DataSource;
  doorbell: Doorbell;
  log: Pick<Logger, 'error' | 'warn'>;
  work?: Readonly<Record<ScheduleKind, ScheduledWork>>;
}

/**
 * Asks the database what is due at an instant and starts it: of each schedule the last slot, those missed before it are passed over. Each slot
 * is started once, whoever asks, how many at once and how often. Answers with what was started here.
 */
export async function takeDueSlots(scheduler: Scheduler, now: Date): Promise<TakenSlot[]> {
  const taken: TakenSlot[] = [];
  for (const school of await listSchools(scheduler.database))
    for (const schedule of await listSchedules(scheduler.database, school.id, now)) {
      const due = dueSlots(schedule, schedule.takenUpTo, now);
      const slot = due.at(-1);
      if (!slot) continue;
      if (schedule.paused) await leaveOutSlots(scheduler.database, school.id, schedule, due, now);
      else
        try {
          const runIds = await start(scheduler, school, schedule, due, now);
          if (runIds) taken.push({ schoolId: school.id, kind: schedule.kind, slot, runIds });
        } catch (error) {
          // One school's trouble is not another's.
          scheduler.log.error(
            { err: error, school: school.id, kind: schedule.kind },
            'a slot could not be started and will be tried again',
          );
          await failSlot(scheduler.database, school.id, schedule, slot, now, error instanceof Error ? error.message : String(error));
        }
    }
  return taken;
}

async function start(
  { database, doorbell, log, work = scheduledWork }: Scheduler,
  school: School,
  schedule: Schedule,
  due: readonly Slot[],
  now: Date,
): Promise<readonly number[] | undefined> {
  const slot = due.at(-1);
  if (!slot) return undefined;
  const started = await database.transaction(async (db) => {
    if (!(await takeSlot(db, school.id, schedule, due, now))) return undefined;
    const written = await work[schedule.kind](db, { school, slot, today: dayIn(schedule.timeZone, now) });
    await noteStarted(db, school.id, schedule, slot, written.nothing ? 'nothing' : 'started', written.runIds ?? []);
    return written;
  });
  // It is written: when the bell cannot be rung, the sweep finds it.
  await started?.ring?.(doorbell).catch((error: Error) => log.warn({ err: error }, 'could not ring for a scheduled slot'));
  return started && (started.runIds ?? []);
}
