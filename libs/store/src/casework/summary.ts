import { type Database, sql } from '../database.js';

/**
 * Brings the days of casework in the summaries of some applicants up to date: the last meeting that was held and the next task that is due.
 * Tasks of a plan that nobody has agreed to are not due, and a restricted task is not told of.
 */
export async function refreshCaseworkDays(db: Database, schoolId: string, applicantIds: readonly number[]): Promise<void> {
  await sql(
    db,
    schoolId,
    `update applicant_summary s set last_meeting_on = days.last_meeting_on, next_due_on = days.next_due_on
     from (
       select a.id,
              (select max(m.on_day) from meeting m
               where m.school_id = $1 and m.applicant_id = a.id and m.state = 'held') as last_meeting_on,
              (select min(t.due_on) from task t left join plan p on p.school_id = t.school_id and p.id = t.plan_id
               where t.school_id = $1 and t.applicant_id = a.id and t.state = 'open' and not t.restricted
                 and p.state is distinct from 'draft') as next_due_on
       from unnest($2::integer[]) as a(id)
     ) as days
     where s.school_id = $1 and s.applicant_id = days.id
       and (s.last_meeting_on, s.next_due_on) is distinct from (days.last_meeting_on, days.next_due_on)`,
    [schoolId, applicantIds],
  );
}
