import type { Config } from '@matchwatch/config';
import type { Home } from '@matchwatch/contracts';
import { scheduledRunKinds } from '@matchwatch/domain';
import type { Database } from '@matchwatch/store';
import { readSchedules } from '../schedules/read-schedules.js';

/** What is done by itself: what should have been and is not, and when the scheduled runs start next, soonest first. */
export async function readByItself(
  db: Database,
  { scheduleAlarmMinutes }: Config,
  schoolId: string,
  now: Date,
): Promise<Pick<Home, 'overdue' | 'nextRuns'>> {
  const schedules = await readSchedules(db, schoolId, now, scheduleAlarmMinutes);
  return {
    overdue: schedules.flatMap(({ kind, overdue }) => (overdue ? { kind, ...overdue } : [])),
    nextRuns: schedules
      .flatMap(({ kind, next }) => {
        const run = scheduledRunKinds.find((each) => each === kind);
        return run && next ? [{ kind: run, at: next.at }] : [];
      })
      .sort((a, b) => a.at.localeCompare(b.at)),
  };
}
