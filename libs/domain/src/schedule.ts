import { type Cron, nextSlot, parseCron, type Slot, slotsBetween } from './cron.js';
import { liveRunStates, type RunKind, type RunState } from './run.js';

/**
 * What is done by itself at set times, with its cron expression where nobody says otherwise. Another kind is a line here; what its slots do is
 * a line of the worker's `scheduledWork`, and the compiler names what else is missing.
 */
export const scheduleDefaults = {
  nightly: '0 2 * * *',
  weekly: '0 5 * * 1',
  report: '0 7 * * 1',
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
export const isLate = (slot: Pick<Slot, 'at'>, now: Date): boolean => now.getTime() - slot.at.getTime() >= lateAfterMinutes * 60_000;

/**
 * Why what was due is not done by its hour: nobody took the slot, it could not be started, its run still works, failed, or waits for a person.
 */
export const overdueReasons = ['not-started', 'failed', 'running', 'run-failed', 'run-held'] as const;
export type OverdueReason = (typeof overdueReasons)[number];

/** The last slot of a schedule that should be done by now: the hour it was given is over. */
export const slotToBeDone = (timing: Timing, since: Date, now: Date, withinMinutes: number): Slot | undefined =>
  slotsBetween(cronOf(timing.cron), timing.timeZone, since, new Date(now.getTime() - withinMinutes * 60_000), 1).at(-1);

/** A slot as its ledger has it. */
export interface TakenSlot {
  state: SlotState;
  runs: readonly { id: number; season: number; state: RunState }[];
}

/** What is wrong with a slot that should be done; undefined when nothing is. Another published run of the season since makes up for one of its. */
export function overdueReason(
  slot: Slot,
  taken: TakenSlot | undefined,
  published: readonly { season: number; at: Date }[],
): { why: OverdueReason; runId: number | null } | undefined {
  const since = published.filter(({ at }) => at >= slot.at);
  if (taken === undefined || taken.state === 'failed')
    return since.length > 0 ? undefined : { why: taken ? 'failed' : 'not-started', runId: null };
  for (const run of taken.runs) {
    const why = liveRunStates.has(run.state)
      ? 'running'
      : run.state === 'failed'
        ? 'run-failed'
        : run.state === 'held'
          ? 'run-held'
          : undefined;
    if (why && !since.some(({ season }) => season === run.season)) return { why, runId: run.id };
  }
  return undefined;
}
