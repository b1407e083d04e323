import { type Day, type MailedReport, mailedByDefault, mailedReportNeeds, rolesFor } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import { isCohortRun } from '../run/cohort-run.js';
import { lockPublishing } from '../run/publish-lock.js';

/** Recipients: active, of a role that may, and not turned down; $2 is the report, $3 the roles that may, $4 those that get it by default. */
const recipients = `
  from person p
  left join report_subscription s on s.school_id = p.school_id and s.person_id = p.id and s.report = $2
  where p.school_id = $1 and p.state = 'active' and p.role = any ($3::text[]) and coalesce(s.mail, p.role = any ($4::text[]))`;
const recipientsOf = (report: MailedReport) => [report, rolesFor(mailedReportNeeds[report]), mailedByDefault[report]] as const;

/** A weekly report that is to go out. */
export interface WeeklyDue {
  season: number;
  /** The Monday of the week it is for. */
  period: Day;
  /** By when it should be out. */
  promisedAt: Date;
}

/** Writes down whom the weekly report of a season is due to; who is there already stays as they are. Answers with the new ids. */
export async function openWeeklyDeliveries(db: Database, schoolId: string, { season, period, promisedAt }: WeeklyDue): Promise<number[]> {
  const opened = await sql<{ id: number }>(
    db,
    schoolId,
    `insert into delivery (school_id, report, topic, period, person_id, season, view_id, state, promised_at)
     select p.school_id, $2, $5::text, $6::date, p.id, $5::integer, s.view_id, 'due', $7 ${recipients}
     on conflict (school_id, report, topic, period, person_id) do nothing returning id`,
    [schoolId, ...recipientsOf('weekly'), String(season), period, promisedAt],
  );
  return opened.map(({ id }) => id);
}

/**
 * Writes down whom the changes of a published run are due to, once a run and at most one a person and day: what a later run of the day
 * changes joins what has not gone out. Answers with the ids that are due. Call it in a transaction.
 */
export async function openDigests(
  db: Database,
  schoolId: string,
  runId: number,
  { day, promisedAt }: { day: Day; promisedAt: Date },
): Promise<number[]> {
  // Events come in order of their ids only while nobody publishes.
  await lockPublishing(db, schoolId);
  const opened = await sqlOne(
    db,
    schoolId,
    'insert into digest_run (school_id, run_id) values ($1, $2) on conflict (school_id, run_id) do nothing returning run_id',
    [schoolId, runId],
  );
  if (!opened) return [];
  const due = await sql<{ id: number }>(
    db,
    schoolId,
    `insert into delivery as standing (school_id, report, topic, period, person_id, events_after, events_upto, state, promised_at)
     select p.school_id, $2, '', $5::date, p.id, coalesce(told.upto, fresh.first - 1), fresh.last, 'due', $6
     ${recipients.replace(
       'where',
       `cross join lateral (
          select (select min(e.id) from flag_event e where e.school_id = p.school_id and e.run_id = $7) as first,
                 (select max(e.id) from flag_event e where e.school_id = p.school_id) as last
        ) fresh
        left join lateral (                           -- as far as the last digest told, but for the one of today that is written below
          select max(d.events_upto) as upto from delivery d
          where d.school_id = p.school_id and d.person_id = p.id and d.report = $2
        ) told on true
        where`,
     )}
       and fresh.last > coalesce(told.upto, fresh.first - 1)
     on conflict (school_id, report, topic, period, person_id) do update
       set events_upto = excluded.events_upto, state = 'due', reason = null, ended_at = null, due_at = clock_timestamp(), promised_at = excluded.promised_at
       where (standing.state = 'due' and standing.attempts = 0) or (standing.state = 'skipped' and standing.reason = 'nothing-changed')
     returning id`,
    [schoolId, ...recipientsOf('digest'), day, promisedAt, runId],
  );
  return due.map(({ id }) => id);
}

/** Published runs of whole cohorts, not older than some hours, whose digests nobody has written down. */
export const listRunsWithoutDigest = async (db: Database, schoolId: string, hours: number): Promise<number[]> =>
  (
    await sql<{ id: number }>(
      db,
      schoolId,
      `select r.id from run r
       where r.school_id = $1 and r.${isCohortRun} and r.published_at > clock_timestamp() - make_interval(hours => $2)
         and not exists (select from digest_run d where d.school_id = r.school_id and d.run_id = r.id)
       order by r.id`,
      [schoolId, hours],
    )
  ).map(({ id }) => id);

/** Seasons whose report of this week was due by the school's schedule and is not frozen, although something of them was published. */
export const listSeasonsWithoutReport = async (db: Database, schoolId: string): Promise<number[]> =>
  (
    await sql<{ season: number }>(
      db,
      schoolId,
      `with week as (
         select date_trunc('week', max(t.on_day)::timestamp)::date as monday
         from schedule s join schedule_slot t on t.school_id = s.school_id and t.schedule_id = s.id
         join school on school.school_id = s.school_id
         where s.school_id = $1 and s.kind = 'report' and t.state = 'started'
           and t.on_day >= date_trunc('week', clock_timestamp() at time zone school.time_zone)::date
       )
       select distinct r.season from run r, week
       where r.school_id = $1 and r.published_at is not null and r.${isCohortRun} and week.monday is not null
         and week.monday < make_date(r.season, 6, 1)
         and not exists (select from report_edition e where e.school_id = r.school_id and e.kind = 'weekly' and e.season = r.season
                           and e.scope = 'school' and e.period = week.monday)`,
      [schoolId],
    )
  ).map(({ season }) => season);
