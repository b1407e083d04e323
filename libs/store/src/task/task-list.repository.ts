import type { Day, TaskOwner, TaskState } from '@matchwatch/domain';
import { scopeCondition } from '../access/scope-condition.js';
import type { ListPage } from '../applicant/applicant-list.repository.js';
import { type Database, sql } from '../database.js';
import type { NotesView } from '../meeting/meeting-list.repository.js';
import { Parameters } from '../parameters.js';
import { type TaskRow, taskColumns } from './task.repository.js';

/** A task with whose it is. */
export interface ListedTask extends TaskRow {
  applicant: string;
  advisor: string | null;
}

/** Somebody who has tasks: by name, as the advisor of applicants, or as a dean. */
export interface TaskHolder {
  id: number;
  email: string;
  isDean: boolean;
}

/** What the list of tasks may be filtered by. */
export interface TaskCriteria {
  applicantId?: number | undefined;
  /** Tasks that this person sees to. */
  holder?: TaskHolder | undefined;
  /** Tasks of applicants whose record names this address as advisor. */
  advisor?: string | undefined;
  owner?: TaskOwner | undefined;
  state?: readonly TaskState[] | undefined;
  dueFrom?: Day | undefined;
  dueTo?: Day | undefined;
  /** With a reminder on this day or before. */
  remindTo?: Day | undefined;
}

/** A page of the tasks of applicants in scope, by due day (or, of those that are done, by the day). Tasks of drafts are nobody's yet. */
export async function listTasks(
  db: Database,
  schoolId: string,
  { notes, wellbeing }: NotesView,
  { applicantId, holder, advisor, owner, state = ['open'], dueFrom, dueTo, remindTo }: TaskCriteria,
  { sort, descending, range: [first, last] }: { sort: 'dueOn' | 'doneOn'; descending: boolean; range: readonly [number, number] },
): Promise<ListPage<ListedTask>> {
  const p = new Parameters();
  const conditions = [
    `t.school_id = ${p.add(schoolId)}`,
    scopeCondition(notes, p),
    `(not t.restricted or ${scopeCondition(wellbeing, p)})`,
    `plan.state is distinct from 'draft'`,
    `t.state = any (${p.add(state)}::text[])`,
  ];
  if (applicantId !== undefined) conditions.push(`t.applicant_id = ${p.add(applicantId)}`);
  if (holder) {
    const ways = [`t.owner_id = ${p.add(holder.id)}`, `(t.owner = 'advisor' and s.advisor = ${p.add(holder.email)})`];
    if (holder.isDean) ways.push(`t.owner = 'dean'`);
    conditions.push(`(${ways.join(' or ')})`);
  }
  if (advisor !== undefined) conditions.push(`s.advisor = ${p.add(advisor)}`);
  if (owner !== undefined) conditions.push(`t.owner = ${p.add(owner)}`);
  if (dueFrom) conditions.push(`t.due_on >= ${p.add(dueFrom)}::date`);
  if (dueTo) conditions.push(`t.due_on <= ${p.add(dueTo)}::date`);
  if (remindTo) conditions.push(`t.remind_on <= ${p.add(remindTo)}::date`);
  const source = `from task t
     join applicant_summary s on s.school_id = t.school_id and s.applicant_id = t.applicant_id
     left join plan on plan.school_id = t.school_id and plan.id = t.plan_id
     where ${conditions.join(' and ')}`;
  const counted = await sql<{ total: number }>(db, schoolId, `select count(*) as total ${source}`, p.values.slice());
  const order = `${sort === 'dueOn' ? 't.due_on' : 't.done_on'} ${descending ? 'desc nulls last' : 'asc nulls last'}`;
  const rows = await sql<ListedTask>(
    db,
    schoolId,
    `select ${taskColumns}, concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name) as applicant, s.advisor
     ${source} order by ${order}, t.id limit ${p.add(last - first + 1)} offset ${p.add(first)}`,
    p.values,
  );
  return { rows, total: counted[0]?.total ?? 0 };
}
