import { type Day, type TaskOwner, type TaskState, taskStates } from '@matchwatch/domain';
import { applicantInScope } from '../access/scope-condition.js';
import type { ListPage } from '../applicant/applicant-list.repository.js';
import { type Database, sql, sqlOne } from '../database.js';
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
  const school = p.add(schoolId);
  const ofAdvisor = (email: string) =>
    `t.applicant_id in (select applicant_id from applicant_summary where school_id = ${school} and advisor = ${p.add(email)})`;
  const conditions = [
    `t.school_id = ${school}`,
    applicantInScope(notes, 't.applicant_id', school, p),
    `(not t.restricted or ${applicantInScope(wellbeing, 't.applicant_id', school, p)})`,
    `(t.plan_id is null or t.plan_id not in (select id from plan where school_id = ${school} and state = 'draft'))`,
    inState(state, p),
  ];
  if (applicantId !== undefined) conditions.push(`t.applicant_id = ${p.add(applicantId)}`);
  if (holder) {
    const ways = [`t.owner_id = ${p.add(holder.id)}`, `(t.owner = 'advisor' and ${ofAdvisor(holder.email)})`];
    if (holder.isDean) ways.push(`t.owner = 'dean'`);
    conditions.push(`(${ways.join(' or ')})`);
  }
  if (advisor !== undefined) conditions.push(ofAdvisor(advisor));
  if (owner !== undefined) conditions.push(`t.owner = ${p.add(owner)}`);
  if (dueFrom) conditions.push(`t.due_on >= ${p.add(dueFrom)}::date`);
  if (dueTo) conditions.push(`t.due_on <= ${p.add(dueTo)}::date`);
  if (remindTo) conditions.push(`t.remind_on <= ${p.add(remindTo)}::date`);
  const found = `from task t where ${conditions.join(' and ')}`;
  const total = sqlOne<{ total: number }>(db, schoolId, `select count(*) as total ${found}`, p.values.slice());
  const direction = descending ? 'desc' : 'asc';
  // Every task has a day it is due, and every one that is done a day it was.
  const isDated = sort === 'dueOn' || state.join() === 'done';
  const by = `${sort === 'dueOn' ? 't.due_on' : 't.done_on'} ${direction}${isDated ? '' : ' nulls last'}, t.id`;
  const rows = sql<ListedTask>(
    db,
    schoolId,
    `with page as (select t.* ${found} order by ${by} limit ${p.add(last - first + 1)} offset ${p.add(first)})
     select ${taskColumns}, concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name) as applicant, s.advisor
     from page t join applicant_summary s on s.school_id = t.school_id and s.applicant_id = t.applicant_id order by ${by}`,
    p.values,
  );
  const [counted, shown] = await Promise.all([total, rows]);
  return { rows: shown, total: counted?.total ?? 0 };
}

/** SQL: in one of some states; one alone as a text of the statement, which an index is chosen by. */
function inState(state: readonly TaskState[], p: Parameters): string {
  const only = state.length === 1 && taskStates.find((each) => each === state[0]);
  return only ? `t.state = '${only}'` : `t.state = any (${p.add(state)}::text[])`;
}
