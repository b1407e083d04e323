import { type ScheduledRunKind, scheduledRunKinds, slotAfter } from '@matchwatch/domain';
import { type Database, listSchedules } from '@matchwatch/store';

/** When the scheduled runs of a school start next, soonest first; a paused schedule starts none. */
export async function nextRuns(db: Database, schoolId: string, now: Date): Promise<{ kind: ScheduledRunKind; at: string }[]> {
  const schedules = await listSchedules(db, schoolId, now);
  return schedules
    .flatMap((schedule) => {
      const kind = scheduledRunKinds.find((each) => each === schedule.kind);
      const next = kind && schedule.paused === null ? slotAfter(schedule, now) : undefined;
      return kind && next ? [{ kind, at: next.at.toISOString() }] : [];
    })
    .sort((a, b) => a.at.localeCompare(b.at));
}
