import { type CohortMove, type RuleMoves, reportHorizons, type WeeklyReport } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { isCohortRun } from '../run/cohort-run.js';
import { notRestricted, type ReportReading, reportCohort } from './report-cohort.js';

const mostRuns = 14;
const [near, far] = reportHorizons;

export const readMoves = (db: Database, reading: ReportReading): Promise<CohortMove[]> => {
  const p = new Parameters();
  return sql(
    db,
    reading.schoolId,
    `${reportCohort(reading, p)}
     select applicant_type as "applicantType", primary_specialty as specialty, opening as "from", risk_level as "to", count(*) as applicants
     from cohort group by 1, 2, 3, 4`,
    p.values,
  );
};

export async function readFlagEvents(db: Database, reading: ReportReading): Promise<{ raised: number; lowered: number }> {
  const p = new Parameters();
  const counted = await sqlOne<{ raised: number; lowered: number }>(
    db,
    reading.schoolId,
    `${reportCohort(reading, p)}
     select count(*) filter (where f.kind = 'raised') as raised, count(*) filter (where f.kind = 'lowered') as lowered
     from fresh_run join flag_event f on f.school_id = ${p.add(reading.schoolId)} and f.run_id = fresh_run.id
     join cohort on cohort.applicant_id = f.applicant_id
     where f.kind in ('raised', 'lowered') and ${notRestricted(p)}`,
    p.values,
  );
  return counted ?? { raised: 0, lowered: 0 };
}

/** The flags of each rule that were open before, opened, closed, and are open; those that move most first. */
export const readRules = (db: Database, reading: ReportReading): Promise<RuleMoves[]> => {
  const p = new Parameters();
  return sql(
    db,
    reading.schoolId,
    `${reportCohort(reading, p)}
     select f.rule_code as code, count(*) filter (where opened.id is null) as before, count(opened.id) as opened, count(closed.id) as closed,
            count(*) filter (where f.closed_run is null) as open
     from flag f
     join cohort on cohort.applicant_id = f.applicant_id
     left join fresh_run opened on opened.id = f.opened_run
     left join fresh_run closed on closed.id = f.closed_run
     where f.school_id = ${p.add(reading.schoolId)} and (f.closed_run is null or closed.id is not null) and ${notRestricted(p)}
     group by f.rule_code order by count(opened.id) + count(closed.id) desc, f.rule_code`,
    p.values,
  );
};

interface Standing {
  reviews: WeeklyReport['reviews'];
  due: Record<'overdue' | 'within14' | 'within28', number>;
  changed: number;
}

/** What the rows of lists say: who waits for a review, whose next due thing is when, whose record changed. */
export async function readStanding(db: Database, reading: ReportReading): Promise<Standing> {
  const p = new Parameters();
  const cohort = reportCohort(reading, p);
  const day = `${p.add(reading.asOf)}::date`;
  const row = await sqlOne<{ waiting: number; flags: number; changed: number } & Standing['due']>(
    db,
    reading.schoolId,
    `${cohort}
     select count(*) filter (where review_flags > 0) as waiting, coalesce(sum(review_flags), 0)::integer as flags,
            count(*) filter (where next_due_on < ${day}) as overdue,
            count(*) filter (where next_due_on between ${day} and ${day} + ${near}) as within14,
            count(*) filter (where next_due_on between ${day} and ${day} + ${far}) as within28,
            count(*) filter (where changed_on > coalesce(${p.add(reading.since)}::date, '-infinity')) as changed
     from cohort`,
    p.values,
  );
  if (!row) throw new Error('A count came back without a row');
  const { waiting, flags, changed, ...due } = row;
  return { reviews: { applicants: waiting, flags }, due, changed };
}

export const readCaseload = (db: Database, reading: ReportReading): Promise<WeeklyReport['caseload'][number][]> => {
  const p = new Parameters();
  const cohort = reportCohort(reading, p);
  return sql(
    db,
    reading.schoolId,
    `${cohort}, load as (
       select advisor, count(*) as applicants, count(*) filter (where risk_level = 'high-risk') as high_risk,
              count(*) filter (where risk_level = 'at-risk') as at_risk, count(*) filter (where next_due_on < ${p.add(reading.asOf)}::date) as overdue
       from cohort group by advisor
     )
     select load.advisor, person.name, person.caseload_target as target, load.applicants, load.high_risk as "highRisk", load.at_risk as "atRisk", load.overdue
     from load left join person on person.school_id = ${p.add(reading.schoolId)} and person.email = load.advisor
     order by load.advisor is null, lower(coalesce(person.name, load.advisor)), load.advisor`,
    p.values,
  );
};

/** Runs of the whole cohort that ended within the time of the report, the newest first. */
export const readRuns = (db: Database, { schoolId, season, sinceAt }: ReportReading): Promise<WeeklyReport['runs'][number][]> =>
  sql(
    db,
    schoolId,
    `select id, kind, as_of as "asOf", state, outcome, population, assessed, failed from run
     where school_id = $1 and season = $2 and ${isCohortRun} and state not in ('queued', 'assessing', 'closed')
       and coalesce(published_at, queued_at) > coalesce($3::timestamptz, '-infinity')
     order by id desc limit ${mostRuns}`,
    [schoolId, season, sinceAt],
  );
