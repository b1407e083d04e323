import { type ApplicantView, type FindingLevel, type RiskLevel, restrictedRuleCodes } from '@matchwatch/domain';
import { isWholeSchool, scopeCondition } from '../access/scope-condition.js';
import { levelsByRank } from '../applicant/applicant-criteria.js';
import { type Database, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { isCohortRun } from './cohort-run.js';
import type { RunRow } from './run-list.repository.js';

/** An applicant whom the later of two runs answers otherwise: the level, or what is found. */
export interface RunDifferenceRow {
  applicantId: number;
  name: string;
  /** Null where nobody had answered. */
  from: RiskLevel | null;
  to: RiskLevel | null;
  /** What sets the level of the later answer. */
  setBy: string[];
  /** Findings whose level differs; null where there is none. What only became unknown is none. */
  findings: { code: string; from: FindingLevel | null; to: FindingLevel | null }[];
}

export interface RunDifferences {
  /** How many differ, by what their level did. */
  worse: number;
  better: number;
  /** Answered for the first time, no longer answerable, or answerable again. */
  other: number;
  sameLevel: number;
  total: number;
  rows: RunDifferenceRow[];
}

/** The id of the published run of a whole cohort that a run is compared with unless told otherwise: the last one before it. */
export async function findRunBefore(
  db: Database,
  schoolId: string,
  { id, season }: Pick<RunRow, 'id' | 'season'>,
): Promise<number | undefined> {
  const row = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `select id from run where school_id = $1 and season = $2 and id < $3 and published_at is not null and ${isCohortRun} order by id desc limit 1`,
    [schoolId, season, id],
  );
  return row?.id;
}

/**
 * Whom the later of two runs of a season answers otherwise, among those whose risk is open to a view, the most serious first. A run stores only
 * what differs from what stood, so the answer as of a run is the newest one of it or of a published run before.
 */
export async function compareRuns(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  { season, before, after }: { season: number; before: number; after: number },
  [from, to]: readonly [number, number],
): Promise<RunDifferences> {
  const p = new Parameters();
  const school = p.add(schoolId);
  const [first, last, year] = [p.add(before), p.add(after), p.add(season)];
  const ranks = p.add(levelsByRank);
  const shown = isWholeSchool(view.wellbeing)
    ? 'true'
    : `(code <> all (${p.add([...restrictedRuleCodes])}::text[]) or ${scopeCondition(view.wellbeing, p)})`;
  const answerAsOf = (run: string) => `
    select a.risk_level, a.answer from run_answer a join run r on r.school_id = a.school_id and r.id = a.run_id
    where a.school_id = ${school} and a.applicant_id = s.applicant_id and a.run_id <= ${run}
      and r.kind <> 'shadow' and (r.published_at is not null or r.id = ${run})
    order by a.run_id desc limit 1`;
  const findingsOf = (answer: string) => `
    select f ->> 'code' as code, f ->> 'level' as level
    from jsonb_array_elements((${answer}.answer -> 'findings') || (${answer}.answer -> 'careGaps')) as f`;
  const row = await sqlOne<Omit<RunDifferences, 'total'>>(
    db,
    schoolId,
    `with answered as (                               -- everybody whom a run between the two, or one of them alone, answered
       select distinct a.applicant_id
       from run_answer a join run r on r.school_id = a.school_id and r.id = a.run_id
       where a.school_id = ${school} and a.run_id between ${first} and ${last} and r.season = ${year} and r.kind <> 'shadow'
         and (r.id = ${last} or case when r.id = ${first} then r.published_at is null else r.published_at is not null end)
     ), differing as materialized (
       select s.applicant_id as "applicantId", concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name) as name, s.sort_name,
              before.risk_level as "from", after.risk_level as "to", finding.moved as findings,
              coalesce(array_position(${ranks}::text[], before.risk_level), 0) as rank_before,
              coalesce(array_position(${ranks}::text[], after.risk_level), 0) as rank_after,
              coalesce((select json_agg(code) from jsonb_array_elements_text(after.answer -> 'setBy') as code where ${shown}), '[]') as "setBy"
       from answered
       join applicant_summary s on s.school_id = ${school} and s.applicant_id = answered.applicant_id
       left join lateral (${answerAsOf(first)}) before on true
       left join lateral (${answerAsOf(last)}) after on true
       cross join lateral (
         select coalesce(json_agg(json_build_object('code', code, 'from', b.level, 'to', a.level) order by code), '[]') as moved, count(*) as count
         from (${findingsOf('before')}) b full join (${findingsOf('after')}) a using (code)
         where b.level is distinct from a.level and ${shown}
           and not (a.level is null and (after.answer -> 'unknown') @> jsonb_build_array(jsonb_build_object('code', code)))
       ) finding
       where ${scopeCondition(view.risk, p)} and (before.risk_level is distinct from after.risk_level or finding.count > 0)
     ), shown as (
       select "applicantId", name, "from", "to", "setBy", findings from differing
       order by ("from" is distinct from "to") desc, rank_after desc, sort_name, "applicantId"
       limit ${p.add(to - from + 1)} offset ${p.add(from)}
     )
     select count(*) filter (where ${bothAssessed} and rank_after > rank_before) as worse,
            count(*) filter (where ${bothAssessed} and rank_after < rank_before) as better,
            count(*) filter (where "from" is distinct from "to" and not ${bothAssessed}) as other,
            count(*) filter (where "from" is not distinct from "to") as "sameLevel",
            (select coalesce(json_agg(shown), '[]') from shown) as rows
     from differing`,
    p.values,
  );
  if (!row) throw new Error('The comparison of two runs is empty');
  return { ...row, total: row.worse + row.better + row.other + row.sameLevel };
}

const bothAssessed = `("from" <> 'not-assessable' and "to" <> 'not-assessable') is true`;
