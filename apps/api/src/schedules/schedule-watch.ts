import type { Config } from '@matchwatch/config';
import { type Database, listSchools } from '@matchwatch/store';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';
import { readSchedules } from './read-schedules.js';

// Whoever watches may ask every second; what is overdue by the hour may be known half a minute late.
const keepMs = 30_000;

/** Whether anything that is done by itself is overdue, over all schools. */
@Injectable()
export class ScheduleWatch {
  private known: { at: number; trouble: string | undefined } | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** What is overdue, in few words that name no school; undefined when nothing is. */
  async trouble(): Promise<string | undefined> {
    const now = this.now();
    const age = this.known ? now.getTime() - this.known.at : Number.NaN;
    if (this.known && age >= 0 && age < keepMs) return this.known.trouble;
    const overdue = new Map<string, number>();
    for (const { id } of await listSchools(this.db))
      for (const { kind, overdue: slot } of await readSchedules(this.db, id, now, this.config.scheduleAlarmMinutes))
        if (slot) overdue.set(`${kind} ${slot.why}`, (overdue.get(`${kind} ${slot.why}`) ?? 0) + 1);
    const trouble =
      [...overdue].map(([what, schools]) => `${what} (${schools} ${schools === 1 ? 'school' : 'schools'})`).join(', ') || undefined;
    this.known = { at: now.getTime(), trouble };
    return trouble;
  }
}
