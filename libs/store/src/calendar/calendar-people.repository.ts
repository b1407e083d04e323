import type { ApplicantView, CalendarPeopleKind, Day, ExamName, RecordChange, ReferralKind, Scope } from '@matchwatch/domain';
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

/** What one applicant has in some days, each by its id where it has one. */
export interface CalendarEntryRow {
  on: Day;
  kind: CalendarPeopleKind;
  id: number | null;
  exam: ExamName | null;
  /** Time of the day of a meeting, `HH:MM` in the school's time zone. */
  at: string | null;
  /** Of a task. */
  title: string | null;
  referral: ReferralKind | null;
  /** What the record is to show, of what was agreed. */
  change: RecordChange | null;
}

interface Asked {
  from: Day;
  to: Day;
  season?: number | undefined;
  applicantId?: number | undefined;
}

/** SQL: a row for each exam booked, meeting planned, task, referral and agreed change due in some days, of applicants in view. */
function entriesSql(
  schoolId: string,
  { exams, notes, wellbeing }: CalendarView,
  { from, to, season, applicantId }: Asked,
  p: Parameters,
): string {
  const [school, first, last] = [p.add(schoolId), p.add(from), p.add(to)];
  const asked = [
    ...(season === undefined ? [] : [`s.season = ${p.add(season)}`]),
    ...(applicantId === undefined ? [] : [`s.applicant_id = ${p.add(applicantId)}`]),
  ];
  const seen = (scope: Scope) => [`s.school_id = ${school}`, ...asked, scopeCondition(scope, p)].join(' and ');
  const who = `s.applicant_id, concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name) as applicant`;
  const row = (
    kind: CalendarPeopleKind,
    on: string,
    { exam = 'null', id = 'null', at = 'null', title = 'null', referral = 'null', change = 'null' },
  ) =>
    `'${kind}' as kind, (${exam})::text as exam, (${on})::text as on_day, ${id}::integer as id, ${at}::text as at, ${title}::text as title,
     ${referral}::text as referral, ${change}::jsonb as change, ${who}`;
  const within = (day: string) => `${day} between ${first}::date and ${last}::date`;
  const unlessRestricted = (restricted: string) => `(not ${restricted} or ${scopeCondition(wellbeing, p)})`;
  return `
    select ${row('exam', 'x ->> 1', { exam: 'x ->> 0' })}
    from applicant_summary s cross join lateral jsonb_array_elements(s.booked_exams) as x
    where ${seen(exams)} and s.booked_until >= ${first}::date and x ->> 1 between ${first}::text and ${last}::text
    union all
    select ${row('meeting', 'm.on_day', { id: 'm.id', at: 'm.at_time' })}
    from meeting m join applicant_summary s on s.school_id = m.school_id and s.applicant_id = m.applicant_id
    where m.school_id = ${school} and ${seen(notes)} and m.state = 'planned' and m.state <> 'withdrawn' and ${within('m.on_day')}
    union all
    select ${row('task', 't.due_on', { id: 't.id', title: 't.title' })}
    from task t join applicant_summary s on s.school_id = t.school_id and s.applicant_id = t.applicant_id
    where t.school_id = ${school} and ${seen(notes)} and t.state = 'open' and ${within('t.due_on')} and ${unlessRestricted('t.restricted')}
      and (t.plan_id is null or t.plan_id not in (select id from plan where school_id = ${school} and state = 'draft'))
    union all
    select ${row('referral', 'r.due_on', { id: 'r.id', referral: 'r.kind' })}
    from referral r join applicant_summary s on s.school_id = r.school_id and s.applicant_id = r.applicant_id
    where r.school_id = ${school} and ${seen(notes)} and r.state in ('made', 'accepted') and ${within('r.due_on')} and ${unlessRestricted('r.restricted')}
    union all
    select ${row('goal', 'g.due_on', { change: 'g.change' })}
    from plan_goal g join plan on plan.school_id = g.school_id and plan.id = g.plan_id and plan.state = 'agreed'
    join applicant_summary s on s.school_id = plan.school_id and s.applicant_id = plan.applicant_id
    where g.school_id = ${school} and ${seen(notes)} and ${within('g.due_on')}
    union all
    select ${row('goal', 'v.due_on', { change: 'v.goal' })}
    from meeting_intervention v join meeting m on m.school_id = v.school_id and m.id = v.meeting_id and m.state = 'held'
    join applicant_summary s on s.school_id = m.school_id and s.applicant_id = m.applicant_id
    where v.school_id = ${school} and ${seen(notes)} and ${unlessRestricted('m.restricted')}
      and v.answer = 'agreed' and v.goal is not null and ${within('v.due_on')}`;
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

/** What one applicant has in some days, as far as it is in view; by day. */
export function listCalendarOf(
  db: Database,
  schoolId: string,
  view: CalendarView,
  asked: { applicantId: number; from: Day; to: Day },
): Promise<CalendarEntryRow[]> {
  const p = new Parameters();
  return sql(
    db,
    schoolId,
    `select on_day as "on", kind, id, exam, at, title, referral, change
     from (${entriesSql(schoolId, view, asked, p)}) as entry order by on_day, at nulls first, kind, id, exam`,
    p.values,
  );
}
