import type { ApplicantDetail } from '@matchwatch/contracts';
import type { Day } from '@matchwatch/domain';
import type { CaseworkEntry } from '../casework/timeline-entries.js';

export type TimelineEntry =
  | ({ type: 'level' } & ApplicantDetail['levels'][number])
  | ({ type: 'flag' } & ApplicantDetail['events'][number])
  | CaseworkEntry;

export interface TimelineDay {
  on: Day;
  entries: TimelineEntry[];
}

/** Changes of level and of flags, and what was done, by day, newest first; on one day the level stands above what moved it. */
export function timelineDays(
  { levels, events }: Pick<ApplicantDetail, 'levels' | 'events'>,
  done: readonly CaseworkEntry[] = [],
): TimelineDay[] {
  const days = new Map<Day, TimelineEntry[]>();
  const add = (entry: TimelineEntry) => days.set(entry.on, [...(days.get(entry.on) ?? []), entry]);
  for (const level of levels) add({ type: 'level', ...level });
  for (const event of events) add({ type: 'flag', ...event });
  for (const entry of done) add(entry);
  return [...days.entries()].sort(([a], [b]) => (a < b ? 1 : -1)).map(([on, entries]) => ({ on, entries }));
}
