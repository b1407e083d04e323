import type { ApplicantDetail } from '@matchwatch/contracts';
import type { Day } from '@matchwatch/domain';

export type TimelineEntry =
  | ({ type: 'level' } & ApplicantDetail['levels'][number])
  | ({ type: 'flag' } & ApplicantDetail['events'][number]);

export interface TimelineDay {
  on: Day;
  entries: TimelineEntry[];
}

/** Changes of level and of flags by day, newest first; on one day the level stands above what moved it. */
export function timelineDays({ levels, events }: Pick<ApplicantDetail, 'levels' | 'events'>): TimelineDay[] {
  const days = new Map<Day, TimelineEntry[]>();
  const add = (entry: TimelineEntry) => days.set(entry.on, [...(days.get(entry.on) ?? []), entry]);
  for (const level of levels) add({ type: 'level', ...level });
  for (const event of events) add({ type: 'flag', ...event });
  return [...days.entries()].sort(([a], [b]) => (a < b ? 1 : -1)).map(([on, entries]) => ({ on, entries }));
}
