import type { Plan, PlanTaskWrite, PlanWrite, Task } from '@matchwatch/contracts';
import type { PlanDraft } from '@matchwatch/domain';
import { adviceText } from '@matchwatch/words';

/** What is written of a task of a plan. */
export const toTaskWrite = ({ id, title, owner, person, dueOn, remindOn, phase, advice, answers }: Task): PlanTaskWrite => ({
  id,
  title,
  owner,
  ownerId: person?.id ?? null,
  dueOn,
  remindOn,
  phase,
  advice,
  answers,
});

/** A plan as it stands, to be written again with some of it changed; what is done or dropped stays as it is. */
export const toPlanWrite = ({ goals, phases }: Plan, tasks: readonly Task[]): PlanWrite => ({
  tasks: tasks.filter(({ state }) => state === 'open').map(toTaskWrite),
  goals,
  phases,
});

/** A plan as it was worked out from the open findings, to be changed and saved. */
export const fromDraftPlan = ({ tasks, goals }: PlanDraft): PlanWrite => ({
  tasks: tasks.map(({ advice, phase, owner, dueOn, answers }) => ({
    // A task is a line in lists and messages, not a sentence.
    title: adviceText(advice).replace(/\.$/, '').slice(0, 300),
    owner,
    ownerId: null,
    dueOn,
    remindOn: null,
    phase,
    advice,
    answers: [...answers],
  })),
  goals: goals.map((change) => ({ change, dueOn: tasks.at(-1)?.dueOn ?? '2099-12-31' })),
  phases: [],
});
