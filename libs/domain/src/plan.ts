import type { AdviceOwner, PlanPhase } from './advice.js';
import type { Day } from './day.js';
import type { RecordChange } from './record-change.js';

/** A fact of the record that a plan sets out to change, as it is and as it is to be. */
export type PlanGoal = RecordChange;

/** One task of a plan, not saved yet. */
export interface DraftTask {
  /** The code of the advice it comes from. */
  readonly advice: string;
  readonly phase: PlanPhase;
  readonly owner: AdviceOwner;
  /** Never before the day of the draft. */
  readonly dueOn: Day;
  /** The day it was due by the calendar, when that has gone by: it is to be done now. */
  readonly overdueSince: Day | null;
  /** Codes of the rules whose findings it answers. */
  readonly answers: readonly string[];
}

/** A plan as worked out from an answer, for people to edit: tasks in the order of the phases, then of their due days. */
export interface PlanDraft {
  readonly asOf: Day;
  readonly tasks: readonly DraftTask[];
  readonly goals: readonly PlanGoal[];
  /** Codes of open flags that no task answers. */
  readonly unanswered: readonly string[];
}

/** A plan's life. */
export const planStates = ['draft', 'agreed', 'closed'] as const;
export type PlanState = (typeof planStates)[number];

/** How a plan ended. */
export const planEndings = ['reached', 'replaced', 'no-longer-needed'] as const;
export type PlanEnding = (typeof planEndings)[number];

/** Who sees to a task: one of whom advice speaks, or a person by name. */
export const taskOwners = ['applicant', 'advisor', 'dean', 'person'] as const;
export type TaskOwner = (typeof taskOwners)[number];

/** A task's life; `dropped` is not needed any more. */
export const taskStates = ['open', 'done', 'dropped'] as const;
export type TaskState = (typeof taskStates)[number];

/** Which state may follow which. */
export const taskTransitions: Readonly<Record<TaskState, readonly TaskState[]>> = {
  open: ['done', 'dropped'],
  done: ['open'],
  dropped: ['open'],
};

/** A fact that somebody agreed to change by a day. */
export interface Agreement {
  readonly change: RecordChange;
  readonly agreedOn: Day;
  readonly dueOn: Day;
}
