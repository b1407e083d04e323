import { type Cron, nextSlot, parseCron, type Slot, slotsBetween } from './cron.js';
import type { RunKind } from './run.js';

/**
 * What is done by itself at set times, with its cron expression where nobody says otherwise. Another kind is a line here; what its slots do is
 * a line of the worker's `scheduledWork`, and the compiler names what else is missing.
 */
export const scheduleDefaults = {
  nightly: '0 2 * * *',
  weekly: '0 5 * * 1',
} as const satisfies Record<string, string>;
export type ScheduleKind = keyof typeof scheduleDefaults;
export const scheduleKinds = Object.keys(scheduleDefaults) as readonly ScheduleKind[];

/** Schedules whose slots are runs of every season. */
export const scheduledRunKinds = ['nightly', 'weekly'] as const satisfies readonly (ScheduleKind & RunKind)[];
export type ScheduledRunKind = (typeof scheduledRunKinds)[number];

/**
 * What became of a slot: `started` (what it asks for is written down and under way or done), `nothing` (there was nothing to do),
 * `passed-over` (it was missed, and a later one was done instead), `paused`, `failed` (it could not be started and is tried again).
 */
export const slotStates = ['started', 'nothing', 'passed-over', 'paused', 'failed'] as const;
export type SlotState = (typeof slotStates)[number];

/** A slot that starts this many minutes after its time, or more, is late and said to be. */
export const lateAfterMinutes = 10;

/** When something is done: cron expression and time zone (IANA name). */
export interface Timing {
  cron: string;
  timeZone: string;
}

function cronOf(text: string): Cron {
  const cron = parseCron(text);
  if (!cron) throw new RangeError(`Not a cron expression: ${JSON.stringify(text)}`);
  return cron;
}

/** Slots after an instant and up to now, in order: the last is due, those before it were missed. */
export const dueSlots = ({ cron, timeZone }: Timing, after: Date, now: Date): Slot[] => slotsBetween(cronOf(cron), timeZone, after, now);

/** The slot that comes next after an instant. */
export const slotAfter = ({ cron, timeZone }: Timing, after: Date): Slot | undefined => nextSlot(cronOf(cron), timeZone, after);

/** Whether a slot that is started now is late. */
export const isLate = (slot: Slot, now: Date): boolean => now.getTime() - slot.at.getTime() >= lateAfterMinutes * 60_000;
