import type { ApplicantView } from '@matchwatch/domain';
import { scopeCondition } from '../access/scope-condition.js';
import { type Database, sql } from '../database.js';
import { Parameters } from '../parameters.js';

/** Names of applicants by id, of those whose risk is open to a view now: what turns the ids of a report into people for one reader. */
export async function listNamesFor(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const p = new Parameters();
  const rows = await sql<{ id: number; name: string }>(
    db,
    schoolId,
    `select s.applicant_id as id, concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name) as name from applicant_summary s
     where s.school_id = ${p.add(schoolId)} and s.applicant_id = any (${p.add(ids)}::integer[]) and ${scopeCondition(view.risk, p)}`,
    p.values,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
