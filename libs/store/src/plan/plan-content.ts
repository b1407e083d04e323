import type { Day, PlanPhase, RecordChange } from '@matchwatch/domain';
import type { Mark } from '../casework/write-outcome.js';
import { type Database, sql } from '../database.js';
import { addTasks, type TaskContent } from '../task/task.repository.js';

/** A fact that a plan sets out to change, and by when. */
export interface PlanGoalRow {
  change: RecordChange;
  dueOn: Day;
}

/** When a plan came into a phase and out of it. */
export interface PlanPhaseRow {
  phase: PlanPhase;
  enteredOn: Day | null;
  leftOn: Day | null;
}

/** What a plan says; a task without an id is new, and an open one that is left out is dropped. */
export interface PlanContent {
  tasks: readonly (TaskContent & { id?: number | undefined })[];
  goals: readonly PlanGoalRow[];
  phases: readonly PlanPhaseRow[];
}

/** Writes what a plan says in place of what it said: its tasks, goals and phases. */
export async function writePlanContent(
  db: Database,
  schoolId: string,
  { applicantId, id }: { applicantId: number; id: number },
  { tasks, goals, phases }: PlanContent,
  mark: Mark,
): Promise<void> {
  const kept = tasks.filter((task): task is TaskContent & { id: number } => task.id !== undefined);
  // Of a draft nobody has begun anything: what is left out was never there.
  await sql(
    db,
    schoolId,
    `delete from task t using plan p
     where t.school_id = $1 and t.plan_id = $2 and t.state = 'open' and not t.id = any ($3::integer[])
       and p.school_id = t.school_id and p.id = t.plan_id and p.state = 'draft'`,
    [schoolId, id, kept.map((task) => task.id)],
  );
  await sql(
    db,
    schoolId,
    `update task set state = 'dropped', closed_by = $4, version = version + 1, changed_at = $5
     where school_id = $1 and plan_id = $2 and state = 'open' and not id = any ($3::integer[])`,
    [schoolId, id, kept.map((task) => task.id), mark.by, mark.at],
  );
  await sql(
    db,
    schoolId,
    `update task t set phase = given.task ->> 'phase', title = given.task ->> 'title', owner = given.task ->> 'owner',
            owner_id = (given.task ->> 'ownerId')::integer, due_on = (given.task ->> 'dueOn')::date, remind_on = (given.task ->> 'remindOn')::date,
            version = t.version + 1, changed_at = $4
     from jsonb_array_elements($3::jsonb) as given(task)
     where t.school_id = $1 and t.plan_id = $2 and t.state = 'open' and t.id = (given.task ->> 'id')::integer
       and (t.phase, t.title, t.owner, t.owner_id, t.due_on, t.remind_on) is distinct from
           (given.task ->> 'phase', given.task ->> 'title', given.task ->> 'owner', (given.task ->> 'ownerId')::integer,
            (given.task ->> 'dueOn')::date, (given.task ->> 'remindOn')::date)`,
    [schoolId, id, JSON.stringify(kept), mark.at],
  );
  await addTasks(
    db,
    schoolId,
    { applicantId, planId: id },
    tasks.filter((task) => task.id === undefined),
    mark,
  );
  await sql(db, schoolId, 'delete from plan_goal where school_id = $1 and plan_id = $2', [schoolId, id]);
  await sql(
    db,
    schoolId,
    `insert into plan_goal (school_id, plan_id, no, change, due_on)
     select $1, $2, g.no, g.goal -> 'change', (g.goal ->> 'dueOn')::date from jsonb_array_elements($3::jsonb) with ordinality as g(goal, no)`,
    [schoolId, id, JSON.stringify(goals)],
  );
  await sql(db, schoolId, 'delete from plan_phase where school_id = $1 and plan_id = $2', [schoolId, id]);
  await sql(
    db,
    schoolId,
    `insert into plan_phase (school_id, plan_id, phase, entered_on, left_on)
     select $1, $2, h.phase ->> 'phase', (h.phase ->> 'enteredOn')::date, (h.phase ->> 'leftOn')::date from jsonb_array_elements($3::jsonb) as h(phase)`,
    [schoolId, id, JSON.stringify(phases)],
  );
}
