import { type Day, fullView } from '@matchwatch/domain';
import { type ApplicantCriteria, conditionsOf } from '../applicant/applicant-criteria.js';
import { type Database, sql } from '../database.js';
import { Parameters } from '../parameters.js';
import { isCohortRun } from '../run/cohort-run.js';

/** Writes down who has joined and who has left a view as of a day; doing it twice changes nothing. */
export async function refreshMembership(
  db: Database,
  schoolId: string,
  { id, filter }: { id: number; filter: ApplicantCriteria },
  on: Day,
): Promise<void> {
  const p = new Parameters();
  const [school, view, day] = [p.add(schoolId), p.add(id), `${p.add(on)}::date`];
  const conditions = conditionsOf(schoolId, fullView, filter, p);
  await sql(
    db,
    schoolId,
    `with inside as materialized (                   -- whom the filter shows now
       select s.applicant_id from applicant_summary s where ${conditions}
     ), gone as (                                    -- who was in it and is not any more
       update cohort_membership m set left_on = greatest(${day}, m.joined_on)
       where m.school_id = ${school} and m.view_id = ${view} and m.left_on is null
         and not exists (select from inside where inside.applicant_id = m.applicant_id)
     )
     insert into cohort_membership (school_id, view_id, applicant_id, joined_on)
     select ${school}, ${view}, inside.applicant_id, ${day} from inside
     where not exists (
       select from cohort_membership m
       where m.school_id = ${school} and m.view_id = ${view} and m.applicant_id = inside.applicant_id and m.left_on is null)
     on conflict (school_id, view_id, applicant_id, joined_on) do update set left_on = null`,
    p.values,
  );
}

/** Does so for every standing view of a school that is a filter, once a run of a cohort is published, as of its day. */
export async function refreshMemberships(db: Database, schoolId: string, runId: number): Promise<void> {
  const views = await sql<{ id: number; filter: ApplicantCriteria; on: Day }>(
    db,
    schoolId,
    `select v.id, v.filter, greatest(run.as_of, v.created_on) as "on" from run
     join cohort_view v on v.school_id = run.school_id and v.kind = 'filter' and v.removed_at is null
     where run.school_id = $1 and run.id = $2 and run.published_at is not null and run.${isCohortRun} order by v.id`,
    [schoolId, runId],
  );
  for (const { on, ...view } of views) await refreshMembership(db, schoolId, view, on);
}
