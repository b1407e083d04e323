import { type Advice, addDays, type Day, type DraftTask, type PlanDraft, type PlanGoal, planPhases } from '@matchwatch/domain';

/** What a draft is made for, beside the advice. */
export interface DraftSetting {
  readonly asOf: Day;
  /** Flags that are open: advice that counts from a finding counts from the day the earliest of its flags was opened. */
  readonly openFlags: readonly { readonly code: string; readonly openedOn: Day }[];
  readonly goals?: readonly PlanGoal[];
}

/** A plan from the advice of an answer: each task once, phase by phase and by due day, none due before today. Pure; nothing is saved. */
export function draftPlan(advice: readonly Advice[], { asOf, openFlags, goals = [] }: DraftSetting): PlanDraft {
  const openedOn = new Map(openFlags.map((flag) => [flag.code, flag.openedOn]));
  const dues = advice.map((each) => ({ each, due: each.dueOn ?? addDays(earliest(each.answers, openedOn) ?? asOf, each.withinDays ?? 0) }));
  const rank = ({ each, due }: (typeof dues)[number]): string => `${planPhases.indexOf(each.phase)} ${due}`;
  // Sorting keeps the display order of what is due on one day.
  const tasks = dues.sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0)).map((task) => taskOf(task.each, task.due, asOf));
  const answered = new Set(advice.flatMap(({ answers }) => answers));
  return { asOf, tasks, goals, unanswered: openFlags.map(({ code }) => code).filter((code) => !answered.has(code)) };
}

function taskOf({ code, phase, owner, answers }: Advice, due: Day, asOf: Day): DraftTask {
  const overdue = due < asOf;
  return { advice: code, phase, owner, dueOn: overdue ? asOf : due, overdueSince: overdue ? due : null, answers };
}

function earliest(codes: readonly string[], openedOn: ReadonlyMap<string, Day>): Day | undefined {
  let first: Day | undefined;
  for (const code of codes) {
    const day = openedOn.get(code);
    if (day !== undefined && (first === undefined || day < first)) first = day;
  }
  return first;
}
