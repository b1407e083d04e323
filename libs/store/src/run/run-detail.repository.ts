import type { RiskLevel, RunKind, RunState } from '@matchwatch/domain';
import { levelsByRank } from '../applicant/applicant-criteria.js';
import { type Database, sql } from '../database.js';

/** What one applicant's level did in a run. */
export interface RunChangeRow {
  applicantId: number;
  name: string;
  from: RiskLevel | null;
  to: RiskLevel;
  setBy: string[];
}

export interface RunProblemRow {
  applicantId: number | null;
  externalId: string | null;
  name: string | null;
  message: string;
}

/** Where a run stands, in few words. */
export interface RunProgressRow {
  id: number;
  season: number;
  kind: RunKind;
  state: RunState;
  chunks: { total: number; done: number };
  assessed: number;
  population: number;
}

const shownName = `concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name)`;

/** Level changes of a run, the most serious first. */
export const listRunChanges = (db: Database, schoolId: string, runId: number, limit: number): Promise<RunChangeRow[]> =>
  sql(
    db,
    `select c.applicant_id as "applicantId", ${shownName} as name, c.old_level as "from", c.new_level as "to", a.answer -> 'setBy' as "setBy"
     from level_change c
     join applicant_summary s on s.school_id = c.school_id and s.applicant_id = c.applicant_id
     join run_answer a on a.school_id = c.school_id and a.run_id = c.run_id and a.applicant_id = c.applicant_id
     where c.school_id = $1 and c.run_id = $2
     order by array_position($3::text[], c.new_level) desc, s.sort_name, c.applicant_id limit $4`,
    [schoolId, runId, levelsByRank, limit],
  );

/** Applicants and ranges a run could not assess, in order. */
export const listRunProblems = (db: Database, schoolId: string, runId: number, limit: number): Promise<RunProblemRow[]> =>
  sql(
    db,
    `select p.applicant_id as "applicantId", s.external_id as "externalId", case when s.applicant_id is not null then ${shownName} end as name, p.message
     from run_problem p
     left join applicant_summary s on s.school_id = p.school_id and s.applicant_id = p.applicant_id
     where p.school_id = $1 and p.run_id = $2 order by p.no limit $3`,
    [schoolId, runId, limit],
  );

/** Every run of the school that moves by itself, and those named, so that a listener hears how they ended. */
export const listRunProgress = (db: Database, schoolId: string, alsoIds: readonly number[]): Promise<RunProgressRow[]> =>
  sql(
    db,
    `select id, season, kind, state, json_build_object('total', chunks_total, 'done', chunks_done) as chunks, assessed, population
     from run where school_id = $1 and (state in ('queued', 'assessing', 'closed') or id = any ($2::integer[])) order by id`,
    [schoolId, alsoIds],
  );
