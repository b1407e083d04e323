import type { Day, PlanPhase, TaskOwner, TaskState } from '@matchwatch/domain';
import { type CaseworkOutcome, type Mark, whyNothing } from '../casework/write-outcome.js';
import { type Database, sql, sqlOne } from '../database.js';

/** What a task says. */
export interface TaskContent {
  phase: PlanPhase | null;
  /** The code of the advice it comes from. */
  advice: string | null;
  /** Codes of the rules whose findings it answers. */
  answers: readonly string[];
  title: string;
  owner: TaskOwner;
  /** The person, when the owner is one by name. */
  ownerId: number | null;
  dueOn: Day;
  remindOn: Day | null;
  /** Seen by people with the right to wellbeing alone. */
  restricted: boolean;
}

/** A task as it stands. */
export interface TaskRow extends Omit<TaskContent, 'ownerId' | 'answers'> {
  id: number;
  applicantId: number;
  planId: number | null;
  meetingId: number | null;
  answers: string[];
  person: { id: number; name: string } | null;
  state: TaskState;
  doneOn: Day | null;
  outcome: string | null;
  closedBy: string | null;
  version: number;
  createdAt: Date;
}

/** Columns of a task `t`. */
export const taskColumns = `
  t.id, t.applicant_id as "applicantId", t.plan_id as "planId", t.meeting_id as "meetingId", t.phase, t.advice, t.answers, t.title, t.owner,
  t.due_on as "dueOn", t.remind_on as "remindOn", t.restricted, t.state, t.done_on as "doneOn", t.outcome, t.version, t.created_at as "createdAt",
  (select json_build_object('id', p.id, 'name', p.name) from person p where p.school_id = t.school_id and p.id = t.owner_id) as person,
  (select p.name from person p where p.school_id = t.school_id and p.id = t.closed_by) as "closedBy"`;

/** Where a task comes from. */
export interface TaskOrigin {
  applicantId: number;
  planId?: number | undefined;
  meetingId?: number | undefined;
}

/** Writes tasks that are open; answers with their ids in the order given. */
export async function addTasks(
  db: Database,
  schoolId: string,
  { applicantId, planId, meetingId }: TaskOrigin,
  tasks: readonly TaskContent[],
  { by, at }: Mark,
): Promise<number[]> {
  if (tasks.length === 0) return [];
  const added = await sql<{ id: number }>(
    db,
    schoolId,
    `insert into task (school_id, applicant_id, plan_id, meeting_id, created_by, created_at, changed_at, state,
                       phase, advice, answers, title, owner, owner_id, due_on, remind_on, restricted)
     select $1, $2, $3, $4, $5, $6, $6, 'open', t.task ->> 'phase', t.task ->> 'advice',
            array(select jsonb_array_elements_text(t.task -> 'answers')), t.task ->> 'title', t.task ->> 'owner', (t.task ->> 'ownerId')::integer,
            (t.task ->> 'dueOn')::date, (t.task ->> 'remindOn')::date, (t.task ->> 'restricted')::boolean
     from jsonb_array_elements($7::jsonb) with ordinality as t(task, no) order by t.no returning id`,
    [schoolId, applicantId, planId ?? null, meetingId ?? null, by, at, JSON.stringify(tasks)],
  );
  return added.map(({ id }) => id);
}

/** A task by its id and the applicant it is for, at a version. */
export interface TaskAt {
  applicantId: number;
  id: number;
  version: number;
}

/** Changes what an open task says. */
export async function changeTask(
  db: Database,
  schoolId: string,
  { applicantId, id, version }: TaskAt,
  { title, owner, ownerId, dueOn, remindOn, phase }: Pick<TaskContent, 'title' | 'owner' | 'ownerId' | 'dueOn' | 'remindOn' | 'phase'>,
  { at }: Mark,
): Promise<CaseworkOutcome> {
  const changed = await sqlOne<{ version: number }>(
    db,
    schoolId,
    `update task set title = $5, owner = $6, owner_id = $7, due_on = $8, remind_on = $9, phase = $10, version = version + 1, changed_at = $11
     where school_id = $1 and applicant_id = $2 and id = $3 and version = $4 and state = 'open' returning version`,
    [schoolId, applicantId, id, version, title, owner, ownerId, dueOn, remindOn, phase, at],
  );
  return changed ? { outcome: 'saved', version: changed.version } : whyNothing(await findTask(db, schoolId, applicantId, id), version);
}

/** Moves a task to another state, when it stands in one of those that it may come from. */
export async function moveTask(
  db: Database,
  schoolId: string,
  { applicantId, id, version }: TaskAt,
  { to, from, doneOn, outcome }: { to: TaskState; from: readonly TaskState[]; doneOn: Day | null; outcome: string | null },
  { by, at }: Mark,
): Promise<CaseworkOutcome> {
  const changed = await sqlOne<{ version: number }>(
    db,
    schoolId,
    `update task set state = $5, done_on = $6, outcome = $7, closed_by = case when $5 = 'open' then null else $8::integer end,
            version = version + 1, changed_at = $9
     where school_id = $1 and applicant_id = $2 and id = $3 and version = $4 and state = any ($10::text[]) returning version`,
    [schoolId, applicantId, id, version, to, doneOn, outcome, by, at, from],
  );
  return changed ? { outcome: 'saved', version: changed.version } : whyNothing(await findTask(db, schoolId, applicantId, id), version);
}

/** One task of an applicant; undefined when there is none. */
export const findTask = (db: Database, schoolId: string, applicantId: number, id: number): Promise<TaskRow | undefined> =>
  sqlOne(db, schoolId, `select ${taskColumns} from task t where t.school_id = $1 and t.applicant_id = $2 and t.id = $3`, [
    schoolId,
    applicantId,
    id,
  ]);

/** Every task of an applicant, by due day; those of plans that are drafts or closed among them. */
export const listTasksOf = (db: Database, schoolId: string, applicantId: number): Promise<TaskRow[]> =>
  sql(db, schoolId, `select ${taskColumns} from task t where t.school_id = $1 and t.applicant_id = $2 order by t.due_on, t.id`, [
    schoolId,
    applicantId,
  ]);

/** Lets the task of a meeting's next step say what the meeting says now, while it is open; adds it where there is none, drops it where there is no next step. */
export async function followNextStep(
  db: Database,
  schoolId: string,
  meeting: { applicantId: number; meetingId: number; title: string | null; dueOn: Day | null; restricted: boolean },
  ownerId: number,
  mark: Mark,
): Promise<void> {
  const { applicantId, meetingId, title, dueOn, restricted } = meeting;
  if (title === null || dueOn === null) {
    await sql(
      db,
      schoolId,
      `update task set state = 'dropped', closed_by = $3, version = version + 1, changed_at = $4
       where school_id = $1 and meeting_id = $2 and state = 'open'`,
      [schoolId, meetingId, mark.by, mark.at],
    );
    return;
  }
  const standing = await sql<{ id: number }>(
    db,
    schoolId,
    `update task set title = $3, due_on = $4, restricted = $5, changed_at = $6,
            version = version + (case when (title, due_on, restricted) is distinct from ($3, $4::date, $5) then 1 else 0 end)
     where school_id = $1 and meeting_id = $2 and state = 'open' returning id`,
    [schoolId, meetingId, title, dueOn, restricted, mark.at],
  );
  if (standing.length > 0) return;
  const any = await sqlOne(db, schoolId, 'select from task where school_id = $1 and meeting_id = $2', [schoolId, meetingId]);
  // A next step that was done stays done.
  if (any) return;
  const task: TaskContent = { phase: null, advice: null, answers: [], title, owner: 'person', ownerId, dueOn, remindOn: null, restricted };
  await addTasks(db, schoolId, { applicantId, meetingId }, [task], mark);
}
