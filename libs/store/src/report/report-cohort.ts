import { type ApplicantView, type Day, restrictedRuleCodes } from '@matchwatch/domain';
import { isWholeSchool, scopeCondition } from '../access/scope-condition.js';
import type { Parameters } from '../parameters.js';

/** What of a school a report reads. */
export interface ReportReading {
  schoolId: string;
  season: number;
  /** Whose applicants: those whose risk is open to this view. */
  view: ApplicantView;
  /** Of these, only those in a saved view. */
  inView: number | null;
  asOf: Day;
  /** The day it compares with. */
  since: Day | null;
  /** What was published later than this belongs to the report; null where there was nothing before. As text: an instant of the database is finer than one of JavaScript. */
  sinceAt: string | null;
}

/**
 * SQL: the beginning of every statement of a report. `fresh_run` are the runs published since the report before; `cohort` are its applicants
 * with the level they stood at by then as `opening`: what the first of those runs to move it moved it from.
 */
export function reportCohort({ schoolId, season, view, inView, asOf, sinceAt }: ReportReading, p: Parameters): string {
  const [school, seasonAt] = [p.add(schoolId), p.add(season)];
  const member =
    inView === null
      ? ''
      : `and exists (select from cohort_membership m where m.school_id = s.school_id and m.applicant_id = s.applicant_id and m.view_id = ${p.add(inView)}
                     and m.joined_on <= ${p.add(asOf)}::date and m.left_on is null)`;
  const scope = isWholeSchool(view.risk) ? '' : `and ${scopeCondition(view.risk, p)}`;
  return `
    with fresh_run as materialized (
      select run.id, run.published_at from run
      where run.school_id = ${school} and run.season = ${seasonAt} and run.published_at > coalesce(${p.add(sinceAt)}::timestamptz, '-infinity')
    ), opening as (
      select distinct on (c.applicant_id) c.applicant_id, c.old_level
      from fresh_run join level_change c on c.school_id = ${school} and c.run_id = fresh_run.id
      order by c.applicant_id, fresh_run.published_at, fresh_run.id
    ), cohort as (
      select s.*, case when opening.applicant_id is null then s.risk_level else opening.old_level end as opening
      from applicant_summary s left join opening on opening.applicant_id = s.applicant_id
      where s.school_id = ${school} and s.season = ${seasonAt} ${scope} ${member}
    )`;
}

/** SQL: a flag that may be told of to whoever may know of risk. */
export const notRestricted = (p: Parameters) => `f.rule_code <> all (${p.add([...restrictedRuleCodes])}::text[])`;
