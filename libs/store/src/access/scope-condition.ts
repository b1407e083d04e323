import type { RelationTarget, Scope } from '@matchwatch/domain';
import type { Parameters } from '../parameters.js';

/** Whether a scope leaves nobody out, so that no condition is needed. */
export const isWholeSchool = ({ everyone, except }: Scope): boolean => everyone && except.length === 0;

/**
 * The one translation of a scope to SQL: a condition over the summary row `s`, or over another alias with its columns. It holds for those
 * within; where it does not it may be null, so that an index on the advisor is asked: what is shown or turned round is `isInScopeSql`.
 */
export function scopeCondition(scope: Scope, p: Parameters, s = 's'): string {
  if (isWholeSchool(scope)) return 'true';
  const { everyone, some, except, nevertheless } = scope;
  const inside = everyone ? 'true' : among(some, p, s);
  // Nobody's advisor is not an answer: without the coalesce, "not" would leave those out who have none.
  const walled = except.length === 0 ? inside : `(${inside} and not coalesce(${among(except, p, s)}, false))`;
  return nevertheless.length === 0 ? walled : `(${walled} or ${among(nevertheless, p, s)})`;
}

/**
 * A condition on the id of an applicant of the school: the same scope, for rows that bear no more than the id. The ids are gathered first,
 * so that a list of few people is looked up by them, whatever else is asked of its rows.
 */
export function applicantInScope(scope: Scope, id: string, school: string, p: Parameters): string {
  if (isWholeSchool(scope)) return 'true';
  const ids = (condition: string) => `array(select s.applicant_id from applicant_summary s where s.school_id = ${school} and ${condition})`;
  const { everyone, except, nevertheless } = scope;
  if (everyone && nevertheless.length === 0) return `${id} <> all (${ids(among(except, p, 's'))})`;
  return `${id} = any (${ids(scopeCondition(scope, p))})`;
}

/** The same as a value that is true or false. */
export const isInScopeSql = (scope: Scope, p: Parameters): string =>
  isWholeSchool(scope) ? 'true' : `coalesce(${scopeCondition(scope, p)}, false)`;

function among(targets: readonly RelationTarget[], p: Parameters, s: string): string {
  const applicants = targets.flatMap((target) => (target.kind === 'applicant' ? [target.applicantId] : []));
  const caseloads = targets.flatMap((target) => (target.kind === 'caseload' ? [target.advisor] : []));
  const seasons = targets.flatMap((target) => (target.kind === 'season' ? [target.season] : []));
  const conditions = [
    ...(applicants.length > 0 ? [`${s}.applicant_id = any (${p.add(applicants)}::integer[])`] : []),
    ...(caseloads.length > 0 ? [`${s}.advisor = any (${p.add(caseloads)}::text[])`] : []),
    ...(seasons.length > 0 ? [`${s}.season = any (${p.add(seasons)}::integer[])`] : []),
  ];
  return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`;
}
