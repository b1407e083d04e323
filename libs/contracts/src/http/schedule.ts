import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, line } from '../record/scalars.js';

const runOfSlot = z.strictObject({ id: z.int(), season: z.int(), state: z.enum(d.runStates), outcome: z.enum(d.runOutcomes).nullable() });

/** A time of a schedule that has come, and what became of it. */
export const slotSchema = z.strictObject({
  at: z.string(),
  on: day,
  state: z.enum(d.slotStates),
  late: z.boolean(),
  takenAt: z.string(),
  why: z.string().nullable().meta({ description: 'Who paused it and why, or what failed.' }),
  runs: z.array(runOfSlot),
});
export type ScheduleSlot = z.infer<typeof slotSchema>;

/** A slot that should be done by now and is not. */
export const overdueSlotSchema = z.strictObject({
  at: z.string(),
  why: z.enum(d.overdueReasons),
  detail: z.string().nullable(),
  runId: z.int().nullable(),
});
export type OverdueSlot = z.infer<typeof overdueSlotSchema>;

/** Something the school has done by itself at set times. */
export const scheduleSchema = z.strictObject({
  id: z.int(),
  kind: z.enum(d.scheduleKinds),
  cron: z.string(),
  timeZone: z.string(),
  paused: z.strictObject({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  next: z.strictObject({ at: z.string(), on: day }).nullable().meta({ description: 'Null while it is paused.' }),
  overdue: overdueSlotSchema.nullable(),
  slots: z.array(slotSchema).meta({ description: 'The last ones, newest first.' }),
});
export type Schedule = z.infer<typeof scheduleSchema>;

export const schedulePauseSchema = z.strictObject({ reason: line(500) });
export const scheduleResumeSchema = z.strictObject({ reason: line(500).optional() });
