import type { ScoreCategory, ScoreConcern } from '@matchwatch/domain';
import type { ApplicantView } from './applicant-view.js';

/** Categories that ask something of an applicant. */
export const belowTarget: ReadonlySet<ScoreCategory> = new Set<ScoreCategory>(['A', 'B', 'C']);
export const clearlyBelowTarget: ReadonlySet<ScoreCategory> = new Set<ScoreCategory>(['B', 'C']);

/** Whether a score category or a failed attempt asks something of the applicant; otherwise the path that would tell, where one is missing. */
export function isConcern({ exams, primary }: ApplicantView, categories: ReadonlySet<ScoreCategory>): boolean | string {
  if (exams !== undefined && exams.failures > 0) return true;
  if (primary.category !== null && categories.has(primary.category)) return true;
  return primary.missing ?? false;
}

/** The concern as evidence. */
export const concernEvidence = ({ exams, primary }: ApplicantView): ScoreConcern => ({
  category: primary.category,
  failures: exams?.failures ?? 0,
});
