import type { ApplicantRecord, ApplicantView, Day, RiskLevel } from '@matchwatch/domain';
import { scopeCondition } from '../access/scope-condition.js';
import { type Database, sql } from '../database.js';
import { Parameters } from '../parameters.js';

/** The applicants of one advisor at one level, with what they wait for. */
export interface LoadCount {
  advisor: string | null;
  riskLevel: RiskLevel | null;
  applicants: number;
  reviews: number;
  due: number;
  overdue: number;
  notSeen: number;
}

/** The applicants of a season whose risk is open to a view, by advisor and level. */
export function countLoads(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  season: number,
  { today, dueBy, notSeenSince }: { today: Day; dueBy: Day; notSeenSince: Day },
): Promise<LoadCount[]> {
  const p = new Parameters();
  const [school, seasonAt] = [p.add(schoolId), p.add(season)];
  const [now, soon, seen] = [today, dueBy, notSeenSince].map((day) => `${p.add(day)}::date`);
  return sql(
    db,
    schoolId,
    `select s.advisor, s.risk_level as "riskLevel", count(*) as applicants, count(*) filter (where s.review_flags > 0) as reviews,
            count(*) filter (where s.next_due_on between ${now} and ${soon}) as due, count(*) filter (where s.next_due_on < ${now}) as overdue,
            count(*) filter (where s.last_meeting_on is null or s.last_meeting_on < ${seen}) as "notSeen"
     from applicant_summary s
     where s.school_id = ${school} and s.season = ${seasonAt} and ${scopeCondition(view.risk, p)}
     group by s.advisor, s.risk_level`,
    p.values,
  );
}

/** Somebody who may accompany applicants. */
export interface CaseloadPerson {
  id: number;
  email: string;
  name: string;
  role: string;
  target: number | null;
  covers: { name: string; untilOn: Day }[];
}

/** Active people of the school with how many applicants they are meant to accompany, and who stands in for them on a day. */
export const listCaseloadPeople = (db: Database, schoolId: string, today: Day): Promise<CaseloadPerson[]> =>
  sql(
    db,
    schoolId,
    `select p.id, p.email, p.name, p.role, p.caseload_target as target, coalesce(cover.people, '[]') as covers
     from person p
     left join (
       select r.caseload, json_agg(json_build_object('name', c.name, 'untilOn', r.until_on) order by c.name) as people
       from person_relation r join person c on c.school_id = r.school_id and c.id = r.person_id
       where r.school_id = $1 and r.relation = 'covers' and r.caseload is not null and r.ended_at is null and r.from_on <= $2::date and r.until_on >= $2::date
       group by r.caseload
     ) as cover on cover.caseload = p.email
     where p.school_id = $1 and p.state = 'active' order by p.name, p.id`,
    [schoolId, today],
  );

/** Sets how many applicants somebody is meant to accompany. */
export const saveCaseloadTarget = async (db: Database, schoolId: string, personId: number, target: number | null): Promise<void> => {
  await sql(db, schoolId, 'update person set caseload_target = $3 where school_id = $1 and id = $2', [schoolId, personId, target]);
};

/** The records of some applicants as they stand, locked against other writers for the transaction. */
export const listRecordsToChange = (
  db: Database,
  schoolId: string,
  ids: readonly number[],
): Promise<{ id: number; record: ApplicantRecord }[]> =>
  sql(
    db,
    schoolId,
    'select id, document as record from applicant where school_id = $1 and id = any ($2::integer[]) order by id for update',
    [schoolId, ids],
  );

/** A time during which the record of an applicant named one advisor, or none. */
export interface AdvisorSpanRow {
  advisor: string | null;
  since: Day;
  until: Day | null;
  by: string;
  reason: string | null;
}

/** Who advised an applicant and when, from the versions of the record, the newest first. */
export const listAdvisorSpans = (db: Database, schoolId: string, applicantId: number): Promise<AdvisorSpanRow[]> =>
  sql(
    db,
    schoolId,
    `with version as (                                -- every version with its advisor
       select version, known_on, changed_by, reason, lower(document ->> 'advisor') as advisor from applicant where school_id = $1 and id = $2
       union all
       select version, known_on, changed_by, reason, lower(document ->> 'advisor') from applicant_history where school_id = $1 and applicant_id = $2
     ), change as (                                   -- those that named another one than the version before
       select * from (select *, lag(advisor) over (order by version) as before, row_number() over (order by version) as place from version) as v
       where place = 1 or advisor is distinct from before
     )
     select advisor, known_on as since, lead(known_on) over (order by version) as until, changed_by as by, reason
     from change order by version desc`,
    [schoolId, applicantId],
  );
