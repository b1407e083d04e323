import type { RelationTarget, Scope } from '@matchwatch/domain';
import type { Parameters } from '../parameters.js';

/** Whether a scope leaves nobody out, so that no condition is needed. */
export const isWholeSchool = ({ everyone, except }: Scope): boolean => everyone && except.length === 0;

/** The one translation of a scope to SQL: a condition over the summary row `s`, or over another alias with its columns. */
export function scopeCondition(scope: Scope, p: Parameters, s = 's'): string {
  if (isWholeSchool(scope)) return 'true';
  const { everyone, some, except, nevertheless } = scope;
  const inside = everyone ? 'true' : among(some, p, s);
  const walled = except.length === 0 ? inside : `(${inside} and not ${among(except, p, s)})`;
  return nevertheless.length === 0 ? walled : `(${walled} or ${among(nevertheless, p, s)})`;
}

function among(targets: readonly RelationTarget[], p: Parameters, s: string): string {
  const applicants = targets.flatMap((target) => (target.kind === 'applicant' ? [target.applicantId] : []));
  const caseloads = targets.flatMap((target) => (target.kind === 'caseload' ? [target.advisor] : []));
  const seasons = targets.flatMap((target) => (target.kind === 'season' ? [target.season] : []));
  const conditions = [
    ...(applicants.length > 0 ? [`${s}.applicant_id = any (${p.add(applicants)}::integer[])`] : []),
    // Nobody's advisor is not an answer: without the coalesce, "not" would leave those out who have none.
    ...(caseloads.length > 0 ? [`coalesce(${s}.advisor = any (${p.add(caseloads)}::text[]), false)`] : []),
    ...(seasons.length > 0 ? [`${s}.season = any (${p.add(seasons)}::integer[])`] : []),
  ];
  return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`;
}
