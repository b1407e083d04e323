import type { ApplicantType, ArrangedHelp, Day, MeetingKind, MeetingTopic, PlanStanding } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';

/** A season, and the days of a span of it. */
export interface EvidenceSpan {
  season: number;
  from: Day;
  to: Day;
}

/** How many applicants of a type were met so many times, and how far their plans had come. */
export interface AdvisedGroup {
  type: ApplicantType;
  meetings: number;
  plan: PlanStanding;
  applicants: number;
}

/** Counts the applicants of a season by type, meetings held in the span, and plan by its end. */
export const countAdvised = (db: Database, schoolId: string, { season, from, to }: EvidenceSpan): Promise<AdvisedGroup[]> =>
  sql(
    db,
    schoolId,
    `with met as (                                     -- how often each was met in the span
       select m.applicant_id, count(*)::integer as meetings from meeting m
       where m.school_id = $1 and m.state = 'held' and m.on_day between $3 and $4 group by 1
     ), planned as (                                   -- how far the plans of each had come by its end
       select p.applicant_id, bool_or(p.agreed_on <= $4) as agreed from plan p
       where p.school_id = $1 and p.created_at < ($4::date + 1) group by 1
     )
     select s.applicant_type as type, coalesce(met.meetings, 0) as meetings,
            case when planned.agreed then 'agreed' when planned.applicant_id is not null then 'drafted' else 'none' end as plan,
            count(*)::integer as applicants
     from applicant_summary s
     left join met on met.applicant_id = s.applicant_id
     left join planned on planned.applicant_id = s.applicant_id
     where s.school_id = $1 and s.season = $2 group by 1, 2, 3`,
    [schoolId, season, from, to],
  );

/** How many meetings were held under a heading, and with how many applicants. */
export interface MeetingGroup {
  by: 'staff' | 'month' | 'kind' | 'topic';
  heading: MeetingKind | MeetingTopic | (string & {});
  meetings: number;
  applicants: number;
}

/** Counts the meetings held in the span by colleague, month, kind and topic; one meeting may stand under several colleagues and topics. */
export const countMeetings = (db: Database, schoolId: string, { season, from, to }: EvidenceSpan): Promise<MeetingGroup[]> =>
  sql(
    db,
    schoolId,
    `with held as materialized (                       -- the meetings that count
       select m.id, m.applicant_id, m.on_day, m.kind, m.topics, m.staff_ids from meeting m
       join applicant_summary s on s.school_id = m.school_id and s.applicant_id = m.applicant_id and s.season = $2
       where m.school_id = $1 and m.state = 'held' and m.on_day between $3 and $4
     ), under as (                                     -- each under its headings
       select 'staff' as by, p.name as heading, h.id, h.applicant_id
       from held h cross join lateral unnest(h.staff_ids) as staff (id) join person p on p.school_id = $1 and p.id = staff.id
       union all select 'month', to_char(h.on_day, 'YYYY-MM'), h.id, h.applicant_id from held h
       union all select 'kind', h.kind, h.id, h.applicant_id from held h
       union all select 'topic', topic, h.id, h.applicant_id from held h cross join lateral unnest(h.topics) as topic
     )
     select by, heading, count(distinct id)::integer as meetings, count(distinct applicant_id)::integer as applicants
     from under group by 1, 2 order by 1, 2`,
    [schoolId, season, from, to],
  );

/** How many were helped otherwise: by a referral that everybody may know of, a word to a program, a message. */
export const countArranged = (
  db: Database,
  schoolId: string,
  { season, from, to }: EvidenceSpan,
): Promise<{ help: ArrangedHelp; times: number; applicants: number }[]> =>
  sql(
    db,
    schoolId,
    `with arranged as (
       select 'referral' as help, applicant_id from referral
       where school_id = $1 and not restricted and state <> 'withdrawn' and made_on between $3 and $4
       union all select 'advocacy', applicant_id from advocacy where school_id = $1 and outcome <> 'withdrawn' and on_day between $3 and $4
       union all select 'message', applicant_id from outreach where school_id = $1 and state = 'sent' and created_at >= $3 and created_at < ($4::date + 1)
     )
     select a.help, count(*)::integer as times, count(distinct a.applicant_id)::integer as applicants
     from arranged a join applicant_summary s on s.school_id = $1 and s.applicant_id = a.applicant_id and s.season = $2
     group by 1`,
    [schoolId, season, from, to],
  );

/** How many relations of grading or promoting there were, and how many meetings somebody in one took part in all the same. */
export async function countGraders(
  db: Database,
  schoolId: string,
  { season, from, to }: EvidenceSpan,
): Promise<{ relations: number; meetings: number }> {
  const counted = await sqlOne<{ relations: number; meetings: number }>(
    db,
    schoolId,
    `with graders as (                                 -- who grades or promotes whom in the span
       select r.id, r.person_id, s.applicant_id, r.from_on, least(r.until_on, r.ended_at::date) as until_on
       from person_relation r
       join applicant_summary s on s.school_id = r.school_id and s.season = $2
         and (s.applicant_id = r.applicant_id or s.advisor = r.caseload or s.season = r.season)
       where r.school_id = $1 and r.relation in ('assesses', 'promotes') and r.from_on <= $4
         and coalesce(least(r.until_on, r.ended_at::date), $4) >= $3
     )
     select (select count(distinct id) from graders)::integer as relations,
            (select count(distinct m.id) from meeting m
             join graders g on g.applicant_id = m.applicant_id and g.person_id = any (m.staff_ids)
               and m.on_day >= g.from_on and m.on_day <= coalesce(g.until_on, m.on_day)
             where m.school_id = $1 and m.state = 'held' and m.on_day between $3 and $4)::integer as meetings`,
    [schoolId, season, from, to],
  );
  return counted ?? { relations: 0, meetings: 0 };
}
