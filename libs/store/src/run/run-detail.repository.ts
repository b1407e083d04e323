import { type ApplicantView, flagEventKinds, type RiskLevel, type RunKind, type RunState, restrictedRuleCodes } from '@matchwatch/domain';
import { scopeCondition } from '../access/scope-condition.js';
import { levelsByRank } from '../applicant/applicant-criteria.js';
import { type Database, sql } from '../database.js';
import { Parameters } from '../parameters.js';

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

/** Level changes of a run among those whose risk is open to a view, the most serious first. */
export function listRunChanges(db: Database, schoolId: string, view: ApplicantView, runId: number, limit: number): Promise<RunChangeRow[]> {
  const p = new Parameters();
  return sql(
    db,
    schoolId,
    `select c.applicant_id as "applicantId", ${shownName} as name, c.old_level as "from", c.new_level as "to", a.answer -> 'setBy' as "setBy"
     from level_change c
     join applicant_summary s on s.school_id = c.school_id and s.applicant_id = c.applicant_id
     join run_answer a on a.school_id = c.school_id and a.run_id = c.run_id and a.applicant_id = c.applicant_id
     where c.school_id = ${p.add(schoolId)} and c.run_id = ${p.add(runId)} and ${scopeCondition(view.risk, p)}
     order by array_position(${p.add(levelsByRank)}::text[], c.new_level) desc, s.sort_name, c.applicant_id limit ${p.add(limit)}`,
    p.values,
  );
}

/** Applicants in a view, and ranges, that a run could not assess, in order. */
export function listRunProblems(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  runId: number,
  limit: number,
): Promise<RunProblemRow[]> {
  const p = new Parameters();
  return sql(
    db,
    schoolId,
    `select p.applicant_id as "applicantId", s.external_id as "externalId", case when s.applicant_id is not null then ${shownName} end as name, p.message
     from run_problem p
     left join applicant_summary s on s.school_id = p.school_id and s.applicant_id = p.applicant_id
     where p.school_id = ${p.add(schoolId)} and p.run_id = ${p.add(runId)} and (p.applicant_id is null or ${scopeCondition(view.find, p)})
     order by p.no limit ${p.add(limit)}`,
    p.values,
  );
}

/** How many restricted flags each of some runs moved, by kind of event: what is taken off the counts of whoever must not know of them. */
export const countRestrictedEvents = (
  db: Database,
  schoolId: string,
  runIds: readonly number[],
): Promise<{ runId: number; opened: number; raised: number; lowered: number; closed: number }[]> =>
  sql(
    db,
    schoolId,
    `select run_id as "runId", ${flagEventKinds.map((kind) => `count(*) filter (where kind = '${kind}') as ${kind}`).join(', ')}
     from flag_event where school_id = $1 and run_id = any ($2::integer[]) and rule_code = any ($3::text[]) group by run_id`,
    [schoolId, runIds, [...restrictedRuleCodes]],
  );

/** Every run of the school that moves by itself, and those named, so that a listener hears how they ended. */
export const listRunProgress = (db: Database, schoolId: string, alsoIds: readonly number[]): Promise<RunProgressRow[]> =>
  sql(
    db,
    schoolId,
    `select id, season, kind, state, json_build_object('total', chunks_total, 'done', chunks_done) as chunks, assessed, population
     from run where school_id = $1 and (state in ('queued', 'assessing', 'closed') or id = any ($2::integer[])) order by id`,
    [schoolId, alsoIds],
  );
