import { type AdvisorDigest, type Day, findingLevels, restrictedRuleCodes, type Scope } from '@matchwatch/domain';
import { scopeCondition } from '../access/scope-condition.js';
import { type Database, sql } from '../database.js';
import { Parameters } from '../parameters.js';

/** Which events a digest tells of, of whose applicants. */
export interface DigestReading {
  school: string;
  period: Day;
  /** Whose applicants: those within this scope now. */
  scope: Scope;
  /** After this event, up to that one. */
  after: number;
  upto: number;
}

/** Reads what became of the applicants in a scope between two events; what came and went within them is no change. Nothing restricted is told. */
export async function readDigest(
  db: Database,
  schoolId: string,
  { school, period, scope, after, upto }: DigestReading,
): Promise<AdvisorDigest> {
  const p = new Parameters();
  const people = await sql<AdvisorDigest['people'][number]>(
    db,
    schoolId,
    `with event as materialized (
       select e.* , s.risk_level, s.risk_rank, s.sort_name
       from flag_event e join applicant_summary s on s.school_id = e.school_id and s.applicant_id = e.applicant_id
       where e.school_id = ${p.add(schoolId)} and e.id > ${p.add(after)} and e.id <= ${p.add(upto)}
         and e.rule_code <> all (${p.add([...restrictedRuleCodes])}::text[]) and ${scopeCondition(scope, p)}
     ), change as (                                   -- a rule from where it stood to where it stands
       select applicant_id, rule_code, min(risk_level) as risk_level, min(risk_rank) as risk_rank, min(sort_name) as sort_name,
              (array_agg(old_level order by id))[1] as old_level, (array_agg(new_level order by id desc))[1] as new_level
       from event group by applicant_id, rule_code
     ), named as (
       select *, case when old_level is null then 'opened' when new_level is null then 'closed'
                      when array_position(${p.add(findingLevels)}::text[], new_level) > array_position(${p.add(findingLevels)}::text[], old_level)
                      then 'raised' else 'lowered' end as kind
       from change where old_level is distinct from new_level
     ), opening as (                                  -- the level before the first of these runs
       select distinct on (c.applicant_id) c.applicant_id, c.old_level
       from level_change c where c.school_id = $1 and c.run_id in (select run_id from event) order by c.applicant_id, c.run_id
     )
     select named.applicant_id as "applicantId",
            case when count(opening.applicant_id) = 0 then min(named.risk_level) else min(opening.old_level) end as "from",
            min(named.risk_level) as "to",
            json_agg(json_build_object('code', rule_code, 'kind', kind, 'level', coalesce(new_level, named.old_level)) order by rule_code) as changes
     from named left join opening on opening.applicant_id = named.applicant_id
     group by named.applicant_id
     order by bool_or(kind in ('opened', 'raised')) desc, min(risk_rank) desc nulls last, min(sort_name), named.applicant_id`,
    p.values,
  );
  return { kind: 'digest', format: 1, school, period, people };
}
