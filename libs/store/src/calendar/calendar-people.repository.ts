import type { ApplicantView, CalendarPeopleKind, Day, ExamName, Scope } from '@matchwatch/domain';
import { scopeCondition } from '../access/scope-condition.js';
import { type Database, sql } from '../database.js';
import { Parameters } from '../parameters.js';

/** Whose exams a reader sees, and whose meetings and tasks. */
export interface CalendarView {
  exams: Scope;
  notes: Scope;
  wellbeing: ApplicantView['wellbeing'];
}

/** Something applicants have on a day, and how many of them. */
export interface CalendarCount {
  on: Day;
  kind: CalendarPeopleKind;
  /** Which exam, of exams. */
  exam: ExamName | null;
  applicants: number;
  /** Who they are, unless they are too many. */
  ids: number[];
}

/** What one applicant has on a day. */
export interface CalendarPersonRow {
  kind: CalendarPeopleKind;
  exam: ExamName | null;
  applicantId: number;
  applicant: string;
}

interface Asked {
  from: Day;
  to: Day;
  season?: number | undefined;
}

/** SQL: a row for each exam booked, meeting planned and open task due in some days, of applicants in view. */
function entriesSql(schoolId: string, { exams, notes, wellbeing }: CalendarView, { from, to, season }: Asked, p: Parameters): string {
  const [school, first, last] = [p.add(schoolId), p.add(from), p.add(to)];
  const ofSeason = season === undefined ? 'true' : `s.season = ${p.add(season)}`;
  const seen = (scope: Scope) => `s.school_id = ${school} and ${ofSeason} and ${scopeCondition(scope, p)}`;
  const who = `s.applicant_id, concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name) as applicant`;
  return `
    select 'exam' as kind, x ->> 'exam' as exam, x ->> 'bookedFor' as on_day, ${who}
    from applicant_summary s
    join applicant a on a.school_id = s.school_id and a.id = s.applicant_id and a.document::text like '%"bookedFor"%'
    cross join lateral json_array_elements(a.document -> 'exams') as x
    where ${seen(exams)} and x ->> 'bookedFor' between ${first} and ${last} and x ->> 'takenOn' is null
    union all
    select 'meeting', null, m.on_day::text, ${who}
    from meeting m join applicant_summary s on s.school_id = m.school_id and s.applicant_id = m.applicant_id
    where m.school_id = ${school} and ${seen(notes)} and m.state = 'planned' and m.on_day between ${first}::date and ${last}::date
    union all
    select 'task', null, t.due_on::text, ${who}
    from task t join applicant_summary s on s.school_id = t.school_id and s.applicant_id = t.applicant_id
    left join plan on plan.school_id = t.school_id and plan.id = t.plan_id
    where t.school_id = ${school} and ${seen(notes)} and t.state = 'open' and plan.state is distinct from 'draft'
      and (not t.restricted or ${scopeCondition(wellbeing, p)}) and t.due_on between ${first}::date and ${last}::date`;
}

/** How many applicants in view have something on each of some days, named where there are no more than `mostIds`. */
export function countCalendarPeople(
  db: Database,
  schoolId: string,
  view: CalendarView,
  { mostIds, ...asked }: Asked & { mostIds: number },
): Promise<CalendarCount[]> {
  const p = new Parameters();
  return sql(
    db,
    schoolId,
    `select on_day as "on", kind, exam, count(distinct applicant_id) as applicants,
            case when count(distinct applicant_id) <= ${p.add(mostIds)} then array_agg(distinct applicant_id) else '{}' end as ids
     from (${entriesSql(schoolId, view, asked, p)}) as entry group by on_day, kind, exam order by on_day, kind, exam`,
    p.values,
  );
}

/** Who of the applicants in view has something on a day, by name; `most` rows at most. */
export function listCalendarPeople(
  db: Database,
  schoolId: string,
  view: CalendarView,
  { on, season, most }: { on: Day; season?: number | undefined; most: number },
): Promise<CalendarPersonRow[]> {
  const p = new Parameters();
  const entries = entriesSql(schoolId, view, { from: on, to: on, season }, p);
  return sql(
    db,
    schoolId,
    `select distinct kind, exam, applicant_id as "applicantId", applicant from (${entries}) as entry
     order by kind, applicant, applicant_id, exam limit ${p.add(most)}`,
    p.values,
  );
}
