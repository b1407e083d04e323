import { type ApplicantType, type ApplicantView, isWithin, type RiskLevel, restrictedRuleCodes, type ShadowMove } from '@matchwatch/domain';
import { scopeCondition } from '../access/scope-condition.js';
import { levelsByRank } from '../applicant/applicant-criteria.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { stateOfReviewSql } from '../review/review-sql.js';
import type { ShadowFinding } from '../run/chunk.repository.js';

/** How many applicants of a type and an advisor stand at a level, and where the draft would put them. */
export interface ShadowLevels {
  applicantType: ApplicantType;
  advisor: string | null;
  from: RiskLevel;
  to: RiskLevel;
  applicants: number;
}

/** Everybody that shadow runs assessed, folded to combinations. */
export const countShadowLevels = (db: Database, schoolId: string, runIds: readonly number[]): Promise<ShadowLevels[]> =>
  sql(
    db,
    schoolId,
    `select t ->> 0 as "applicantType", t ->> 1 as advisor, t ->> 2 as "from", t ->> 3 as "to", sum((t -> 4)::bigint)::bigint as applicants
     from run_chunk cross join lateral jsonb_array_elements(shadow_tally) as t
     where school_id = $1 and run_id = any ($2::integer[]) and state = 'done' group by 1, 2, 3, 4`,
    [schoolId, runIds],
  );

/** What a draft would do to the findings of a rule. */
export interface ShadowRuleCount {
  code: string;
  opened: number;
  raised: number;
  lowered: number;
  closed: number;
}

/** What shadow runs found by rule, the most changed first. */
export const countShadowRules = (db: Database, schoolId: string, runIds: readonly number[]): Promise<ShadowRuleCount[]> =>
  sql(
    db,
    schoolId,
    `select f ->> 'code' as code, count(*) filter (where f ->> 'kind' = 'opened') as opened,
            count(*) filter (where f ->> 'kind' = 'raised') as raised, count(*) filter (where f ->> 'kind' = 'lowered') as lowered,
            count(*) filter (where f ->> 'kind' = 'closed') as closed
     from shadow_change cross join lateral jsonb_array_elements(findings) as f
     where school_id = $1 and run_id = any ($2::integer[]) group by 1 order by count(*) desc, 1`,
    [schoolId, runIds],
  );

/** Flags that are open now and that a draft would close, and how many of them nobody has said anything of. */
export interface ShadowClosings {
  closing: number;
  unreviewed: number;
}

export const countShadowClosings = async (db: Database, schoolId: string, runIds: readonly number[]): Promise<ShadowClosings> => {
  const counted = await sqlOne<ShadowClosings>(
    db,
    schoolId,
    `select count(*) as closing, count(*) filter (where ${stateOfReviewSql()} = 'unreviewed') as unreviewed
     from shadow_change c cross join lateral jsonb_array_elements(c.findings) as f
     join flag on flag.school_id = c.school_id and flag.applicant_id = c.applicant_id and flag.rule_code = f ->> 'code' and flag.closed_run is null
     left join review on review.school_id = flag.school_id and review.flag_id = flag.id
     where c.school_id = $1 and c.run_id = any ($2::integer[]) and f ->> 'kind' = 'closed'`,
    [schoolId, runIds],
  );
  return counted ?? { closing: 0, unreviewed: 0 };
};

/** An applicant whom a draft would move, by name. */
export interface ShadowMoverRow {
  applicantId: number;
  name: string;
  season: number;
  applicantType: ApplicantType;
  advisor: string | null;
  from: RiskLevel;
  to: RiskLevel;
  move: ShadowMove | null;
  findings: ShadowFinding[];
}

/** Whom shadow runs would move among those whose risk is open to a view, the largest movements first; and how many they are. */
export async function listShadowMovers(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  runIds: readonly number[],
  { move, limit }: { move?: ShadowMove | undefined; limit: number },
): Promise<{ rows: ShadowMoverRow[]; total: number }> {
  const p = new Parameters();
  const of = `
    shadow_change c join applicant_summary s on s.school_id = c.school_id and s.applicant_id = c.applicant_id
    where c.school_id = ${p.add(schoolId)} and c.run_id = any (${p.add(runIds)}::integer[])${move ? ` and c.move = ${p.add(move)}` : ''}
      and ${scopeCondition(view.risk, p)}`;
  const counted = await sqlOne<{ total: number }>(db, schoolId, `select count(*) as total from ${of}`, p.values.slice());
  const levels = `${p.add(levelsByRank)}::text[]`;
  const rows = await sql<ShadowMoverRow>(
    db,
    schoolId,
    `with ranked as (
       select c.*, s.season, s.applicant_type, s.advisor, s.sort_name, s.preferred_name, s.given_name, s.family_name,
              array_position(${levels}, c.new_level) as new_rank, array_position(${levels}, c.old_level) as old_rank
       from ${of}
     )
     select applicant_id as "applicantId", concat_ws(' ', coalesce(preferred_name, given_name), family_name) as name, season,
            applicant_type as "applicantType", advisor, old_level as "from", new_level as "to", move, findings
     from ranked
     order by move is null, abs(new_rank - old_rank) desc, new_rank - old_rank desc, new_rank desc,
              jsonb_array_length(findings) desc, sort_name, applicant_id limit ${p.add(limit)}`,
    p.values,
  );
  const shown = rows.map((row) =>
    isWithin(view.wellbeing, row) ? row : { ...row, findings: row.findings.filter(({ code }) => !restrictedRuleCodes.has(code)) },
  );
  return { rows: shown, total: counted?.total ?? 0 };
}
