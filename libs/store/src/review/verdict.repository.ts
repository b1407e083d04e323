import type { ApplicantView, Day, Disagreement, FindingLevel, ReviewState } from '@matchwatch/domain';
import { scopeCondition } from '../access/scope-condition.js';
import type { ListPage } from '../applicant/applicant-list.repository.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';

/** How people judged the flags of a rule. */
export interface VerdictCount {
  code: string;
  agreed: number;
  disagreed: number;
}

/** Verdicts on flags by rule, whether the flags are still open or not. */
export const countVerdicts = (db: Database, schoolId: string): Promise<VerdictCount[]> =>
  sql(
    db,
    schoolId,
    `select rule_code as code, count(*) filter (where state = 'agreed') as agreed, count(*) filter (where state = 'disagreed') as disagreed
     from review where school_id = $1 and state in ('agreed', 'disagreed') group by rule_code order by rule_code`,
    [schoolId],
  );

/** A verdict with whom it is about. */
export interface VerdictRow {
  flagId: number;
  applicantId: number;
  applicant: string;
  season: number;
  code: string;
  level: FindingLevel;
  state: ReviewState;
  on: Day;
  because: Disagreement | null;
  note: string | null;
  by: string;
}

/** A page of the verdicts on flags of some rules, of applicants whose risk is open to a view, the newest first. */
export async function listVerdicts(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  { codes, state }: { codes: readonly string[]; state?: 'agreed' | 'disagreed' | undefined },
  [from, to]: readonly [number, number],
): Promise<ListPage<VerdictRow>> {
  const p = new Parameters();
  const of = `
    review r join applicant_summary s on s.school_id = r.school_id and s.applicant_id = r.applicant_id
    join person decider on decider.school_id = r.school_id and decider.id = r.decided_by
    where r.school_id = ${p.add(schoolId)} and r.rule_code = any (${p.add(codes)}::text[])
      and r.state = any (${p.add(state ? [state] : ['agreed', 'disagreed'])}::text[]) and ${scopeCondition(view.risk, p)}`;
  const counted = await sqlOne<{ total: number }>(db, schoolId, `select count(*) as total from ${of}`, p.values.slice());
  const rows = await sql<VerdictRow>(
    db,
    schoolId,
    `select r.flag_id as "flagId", r.applicant_id as "applicantId", concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name) as applicant,
            s.season, r.rule_code as code, r.level, r.state, r.decided_on as "on", r.because, r.note, decider.name as by
     from ${of} order by r.decided_at desc, r.flag_id desc limit ${p.add(to - from + 1)} offset ${p.add(from)}`,
    p.values,
  );
  return { rows, total: counted?.total ?? 0 };
}
