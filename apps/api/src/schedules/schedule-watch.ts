import type { Config } from '@matchwatch/config';
import { type Database, listSchools } from '@matchwatch/store';
import { Inject, Injectable } from '@nestjs/common';
import { keptFor } from '../health/kept-for.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';
import { readSchedules } from './read-schedules.js';

// Whoever watches may ask every second; what is overdue by the hour may be known half a minute late.
const keepMs = 30_000;

/** Whether anything that is done by itself is overdue, over all schools. */
@Injectable()
export class ScheduleWatch {
  /** What is overdue, in few words that name no school; undefined when nothing is. */
  readonly trouble: () => Promise<string | undefined>;

  constructor(@Inject(CONFIG) { scheduleAlarmMinutes }: Config, @Inject(DATABASE) db: Database, @Inject(CLOCK) clock: Clock) {
    this.trouble = keptFor(keepMs, clock, async (now) => {
      const overdue = new Map<string, number>();
      for (const { id } of await listSchools(db))
        for (const { kind, overdue: slot } of await readSchedules(db, id, now, scheduleAlarmMinutes))
          if (slot) overdue.set(`${kind} ${slot.why}`, (overdue.get(`${kind} ${slot.why}`) ?? 0) + 1);
      return [...overdue].map(([what, schools]) => `${what} (${schools} ${schools === 1 ? 'school' : 'schools'})`).join(', ') || undefined;
    });
  }
}
