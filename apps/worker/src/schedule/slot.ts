import { type Day, dayIn, mondayOf } from '@matchwatch/domain';

export type ScheduledKind = 'nightly' | 'weekly';

/** The slot a scheduled run stands for, and the day it is as of, at an instant in a school's zone: whoever ticks, and however often, it is the same. */
export function slotAt(kind: ScheduledKind, timeZone: string, instant: Date): { slot: string; asOf: Day } {
  const asOf = dayIn(timeZone, instant);
  return { slot: kind === 'weekly' ? mondayOf(asOf) : asOf, asOf };
}
