import type { ApplicantType, Day, RiskLevel, SpecialtyKey } from '@matchwatch/domain';
import { directionAgainst, type LevelDirection, levelAtEndOf, levelsByRank } from '../applicant/applicant-criteria.js';
import { type Database, sql, sqlOne } from '../database.js';
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

/** The cohort folded to its combinations; `stale` counts records not changed since the day given. */
export const countCohort = (db: Database, schoolId: string, season: number, staleSince: Day): Promise<CohortCount[]> =>
  sql(
    db,
    `select applicant_type as "applicantType", primary_specialty as specialty, risk_level as "riskLevel", count(*) as applicants,
            count(*) filter (where advisor is null) as "withoutAdvisor", count(*) filter (where changed_on < $3::date) as stale
     from applicant_summary where school_id = $1 and season = $2
     group by applicant_type, primary_specialty, risk_level`,
    [schoolId, season, staleSince],
  );

export interface WeeklyLevels {
  on: Day;
  levels: Partial<Record<RiskLevel, number>>;
}

/** Levels at the last published run of the whole cohort in each week since a day, oldest first. */
export const listWeeklyLevels = (db: Database, schoolId: string, season: number, since: Day): Promise<WeeklyLevels[]> =>
  sql(
    db,
    `select distinct on (date_trunc('week', as_of::timestamp)) as_of as "on", levels
     from run where school_id = $1 and season = $2 and published_at is not null and ${isCohortRun} and as_of >= $3::date
     order by date_trunc('week', as_of::timestamp), as_of desc, published_at desc`,
    [schoolId, season, since],
  );

/** The as-of day of the last published run of the whole cohort before a day. */
export async function findReferenceDay(db: Database, schoolId: string, season: number, before: Day): Promise<Day | undefined> {
  const run = await sqlOne<{ day: Day | null }>(
    db,
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

/** Whose level differs from what it was at the end of a day. */
export async function listLevelMoves(db: Database, schoolId: string, season: number, since: Day, limit: number): Promise<LevelMoves> {
  const moves = await sqlOne<LevelMoves>(
    db,
    `with moved as (
       select s.applicant_id, s.sort_name, s.risk_rank, before.level as old_level, s.risk_level as new_level,
              ${directionAgainst('before.level', '$4')} as direction
       from applicant_summary s
       cross join lateral (select ${levelAtEndOf('$3::date')} as level) as before
       where s.school_id = $1 and s.season = $2 and s.level_since > $3::date and s.risk_level is not null
     ), counted as (
       select direction, count(*) as applicants from moved where direction is not null group by direction
     ), first as (
       select * from moved where direction is not null order by direction = 'better', risk_rank desc, sort_name, applicant_id limit $5
     )
     select (select coalesce(json_object_agg(direction, applicants), '{}') from counted) as counts,
            (select coalesce(json_agg(json_build_object('applicantId', applicant_id, 'direction', direction, 'from', old_level, 'to', new_level)
                                      order by direction = 'better', risk_rank desc, sort_name, applicant_id), '[]') from first) as first`,
    [schoolId, season, since, levelsByRank, limit],
  );
  return moves ?? { counts: {}, first: [] };
}

/** Who needs a person first: high risk before at risk, longest at that level first, without an advisor before with one. */
export async function listWhoNeedsAPerson(db: Database, schoolId: string, season: number, limit: number): Promise<number[]> {
  const rows = await sql<{ id: number }>(
    db,
    `select applicant_id as id from applicant_summary
     where school_id = $1 and season = $2 and risk_level in ('high-risk', 'at-risk')
     order by risk_rank desc, level_since, advisor is not null, sort_name, applicant_id limit $3`,
    [schoolId, season, limit],
  );
  return rows.map(({ id }) => id);
}

/** When anything of the season was last published. */
export async function findLastPublishedAt(db: Database, schoolId: string, season: number): Promise<Date | undefined> {
  const run = await sqlOne<{ at: Date | null }>(
    db,
    'select max(published_at) as at from run where school_id = $1 and season = $2 and published_at is not null',
    [schoolId, season],
  );
  return run?.at ?? undefined;
}
