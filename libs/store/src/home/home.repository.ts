import type { ApplicantType, ApplicantView, Day, RiskLevel, SpecialtyKey } from '@matchwatch/domain';
import { isWholeSchool, scopeCondition } from '../access/scope-condition.js';
import { directionAgainst, type LevelDirection, levelAtEndOf, levelsByRank } from '../applicant/applicant-criteria.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { isCohortRun } from '../run/cohort-run.js';

/** How many applicants of a cohort share a type, a specialty and a level. */
export interface CohortCount {
  applicantType: ApplicantType;
  specialty: SpecialtyKey | null;
  riskLevel: RiskLevel | null;
  applicants: number;
  withoutAdvisor: number;
  stale: number;
}

/** The part of the cohort in a view folded to its combinations; `stale` counts records not changed since the day given. */
export function countCohort(db: Database, schoolId: string, view: ApplicantView, season: number, staleSince: Day): Promise<CohortCount[]> {
  const p = new Parameters();
  const level = isWholeSchool(view.risk) ? 's.risk_level' : `case when ${scopeCondition(view.risk, p)} then s.risk_level end`;
  return sql(
    db,
    schoolId,
    `select s.applicant_type as "applicantType", s.primary_specialty as specialty, ${level} as "riskLevel", count(*) as applicants,
            count(*) filter (where s.advisor is null) as "withoutAdvisor", count(*) filter (where s.changed_on < ${p.add(staleSince)}::date) as stale
     from applicant_summary s where s.school_id = ${p.add(schoolId)} and s.season = ${p.add(season)} and ${scopeCondition(view.find, p)}
     group by 1, 2, 3`,
    p.values,
  );
}

/** How many applicants of a season have an open flag of each of some rules, among those whose risk is open to a view. */
export async function countFlagged<Code extends string>(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  season: number,
  codes: readonly Code[],
): Promise<Record<Code, number>> {
  const p = new Parameters();
  const rows = await sql<{ code: Code; applicants: number }>(
    db,
    schoolId,
    `select f.rule_code as code, count(*) as applicants
     from flag f join applicant_summary s on s.school_id = f.school_id and s.applicant_id = f.applicant_id
     where f.school_id = ${p.add(schoolId)} and f.closed_run is null and f.rule_code = any (${p.add(codes)}::text[])
       and s.season = ${p.add(season)} and ${scopeCondition(view.risk, p)}
     group by f.rule_code`,
    p.values,
  );
  const counts = Object.fromEntries(codes.map((code) => [code, 0])) as Record<Code, number>;
  for (const { code, applicants } of rows) counts[code] = applicants;
  return counts;
}

/** The seasons of the applicants in a view with how many each has, newest first. */
export function listSeasonsInView(db: Database, schoolId: string, view: ApplicantView): Promise<{ season: number; applicants: number }[]> {
  const p = new Parameters();
  return sql(
    db,
    schoolId,
    `select s.season, count(*) as applicants from applicant_summary s where s.school_id = ${p.add(schoolId)} and ${scopeCondition(view.find, p)}
     group by s.season order by s.season desc`,
    p.values,
  );
}

export interface WeeklyLevels {
  on: Day;
  levels: Partial<Record<RiskLevel, number>>;
}

/**
 * Levels at the last published run of the whole cohort in each week since a day, oldest first. Who sees everybody gets what each run
 * counted; anybody else gets their own applicants' levels as they were at the end of those days.
 */
export function listWeeklyLevels(db: Database, schoolId: string, view: ApplicantView, season: number, since: Day): Promise<WeeklyLevels[]> {
  const p = new Parameters();
  const weeks = `
    select distinct on (date_trunc('week', as_of::timestamp)) as_of, levels
    from run where school_id = ${p.add(schoolId)} and season = ${p.add(season)} and published_at is not null and ${isCohortRun}
      and as_of >= ${p.add(since)}::date
    order by date_trunc('week', as_of::timestamp), as_of desc, published_at desc`;
  if (view.risk.everyone) return sql(db, schoolId, `select as_of as "on", levels from (${weeks}) as week order by as_of`, p.values);
  return sql(
    db,
    schoolId,
    `with week as (${weeks}), mine as materialized (
       select s.school_id, s.applicant_id from applicant_summary s
       where s.school_id = $1 and s.season = $2 and ${scopeCondition(view.risk, p)}
     ), counted as (
       select week.as_of, before.level, count(*) as applicants
       from week cross join mine s cross join lateral (select ${levelAtEndOf('week.as_of')} as level offset 0) as before
       where before.level is not null group by week.as_of, before.level
     )
     select week.as_of as "on", coalesce(json_object_agg(counted.level, counted.applicants) filter (where counted.level is not null), '{}') as levels
     from week left join counted on counted.as_of = week.as_of group by week.as_of order by week.as_of`,
    p.values,
  );
}

/** The as-of day of the last published run of the whole cohort before a day. */
export async function findReferenceDay(db: Database, schoolId: string, season: number, before: Day): Promise<Day | undefined> {
  const run = await sqlOne<{ day: Day | null }>(
    db,
    schoolId,
    `select max(as_of) as day from run
     where school_id = $1 and season = $2 and published_at is not null and ${isCohortRun} and as_of < $3::date`,
    [schoolId, season, before],
  );
  return run?.day ?? undefined;
}

export interface LevelMove {
  applicantId: number;
  direction: LevelDirection;
  from: RiskLevel | null;
  to: RiskLevel;
}

export interface LevelMoves {
  counts: Partial<Record<LevelDirection, number>>;
  /** The most serious first; those that got better last. */
  first: LevelMove[];
}

/** Whose level, among those whose risk is open to a view, differs from what it was at the end of a day. */
export async function listLevelMoves(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  season: number,
  since: Day,
  limit: number,
): Promise<LevelMoves> {
  const p = new Parameters();
  const day = `${p.add(since)}::date`;
  const moves = await sqlOne<LevelMoves>(
    db,
    schoolId,
    `with moved as (
       select s.applicant_id, s.sort_name, s.risk_rank, before.level as old_level, s.risk_level as new_level,
              ${directionAgainst('before.level', p.add(levelsByRank))} as direction
       from applicant_summary s
       cross join lateral (select ${levelAtEndOf(day)} as level offset 0) as before
       where s.school_id = ${p.add(schoolId)} and s.season = ${p.add(season)} and s.level_since > ${day} and s.risk_level is not null
         and ${scopeCondition(view.risk, p)}
     ), counted as (
       select direction, count(*) as applicants from moved where direction is not null group by direction
     ), first as (
       select * from moved where direction is not null order by direction = 'better', risk_rank desc, sort_name, applicant_id limit ${p.add(limit)}
     )
     select (select coalesce(json_object_agg(direction, applicants), '{}') from counted) as counts,
            (select coalesce(json_agg(json_build_object('applicantId', applicant_id, 'direction', direction, 'from', old_level, 'to', new_level)
                                      order by direction = 'better', risk_rank desc, sort_name, applicant_id), '[]') from first) as first`,
    p.values,
  );
  return moves ?? { counts: {}, first: [] };
}

/** Who needs a person first, among those whose risk is open to a view: high risk before at risk, longest at that level first, without an advisor before with one. */
export async function listWhoNeedsAPerson(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  season: number,
  limit: number,
): Promise<number[]> {
  const p = new Parameters();
  const rows = await sql<{ id: number }>(
    db,
    schoolId,
    `select s.applicant_id as id from applicant_summary s
     where s.school_id = ${p.add(schoolId)} and s.season = ${p.add(season)} and s.risk_level in ('high-risk', 'at-risk') and ${scopeCondition(view.risk, p)}
     order by s.risk_rank desc, s.level_since, s.advisor is not null, s.sort_name, s.applicant_id limit ${p.add(limit)}`,
    p.values,
  );
  return rows.map(({ id }) => id);
}

/** When anything of the season was last published. */
export async function findLastPublishedAt(db: Database, schoolId: string, season: number): Promise<Date | undefined> {
  const run = await sqlOne<{ at: Date | null }>(
    db,
    schoolId,
    'select max(published_at) as at from run where school_id = $1 and season = $2 and published_at is not null',
    [schoolId, season],
  );
  return run?.at ?? undefined;
}
