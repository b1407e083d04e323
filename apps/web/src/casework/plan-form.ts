import type { ApplicantDetail, Plan, PlanTaskWrite, PlanWrite, Task } from '@matchwatch/contracts';
import type { Day, PlanDraft, RecordChange } from '@matchwatch/domain';
import { draftPlan } from '@matchwatch/risk-rules';
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

/** A plan as the open findings ask for it, with goals. */
export function draftedPlan({ answer, flags }: ApplicantDetail, goals: readonly RecordChange[], today: Day): PlanWrite {
  const openFlags = flags.filter(({ closedOn }) => closedOn === null);
  return fromDraftPlan(draftPlan(answer?.advice ?? [], { asOf: today, openFlags, goals }));
}

/** What an editor begins with: the plan that stands, with goals added that it lacks, or a new one. */
export function begunPlan(
  detail: ApplicantDetail,
  plan: Plan | undefined,
  tasks: readonly Task[],
  goals: readonly RecordChange[],
  today: Day,
): PlanWrite {
  if (!plan) return draftedPlan(detail, goals, today);
  const standing = toPlanWrite(plan, tasks);
  const dueOn = standing.tasks.at(-1)?.dueOn ?? today;
  const known = new Set(standing.goals.map(({ change }) => JSON.stringify(change)));
  const added = goals.filter((change) => !known.has(JSON.stringify(change))).map((change) => ({ change, dueOn }));
  return { ...standing, goals: [...standing.goals, ...added] };
}
