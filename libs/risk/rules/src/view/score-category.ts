import type { ApplicantRecord, CategoryEvidence, ScoreCategory, SpecialtyCategory, SpecialtyKey, SpecialtyTier } from '@matchwatch/domain';
import type { Attempt, Exams } from './exam-history.js';
import { paths, tierPath } from './paths.js';
import type { ViewPolicy } from './view-policy.js';

/** Where an applicant's Step 2 CK stands before any specialty is looked at. */
export interface Step2Standing {
  /** The passed sitting with its score, once both are known. */
  readonly passed: (Attempt & { readonly score: number }) | undefined;
  /** Failed, not passed, and no further result awaited. */
  readonly failed: boolean;
  /** The path that would tell; undefined when the standing is known, "not taken yet" included. */
  readonly missing: string | undefined;
  /** The score lies within the margin above the pass mark of its day. */
  readonly nearPass: boolean;
}

const unknownExams: Step2Standing = { passed: undefined, failed: false, missing: paths.exams, nearPass: false };
const notTaken: Step2Standing = { passed: undefined, failed: false, missing: undefined, nearPass: false };
const failedOnly: Step2Standing = { passed: undefined, failed: true, missing: undefined, nearPass: false };
const awaitsScore: Step2Standing = { passed: undefined, failed: false, missing: paths.step2Score, nearPass: false };

/** Reads the standing of Step 2 CK. */
export function step2Standing(exams: Exams | undefined, policy: ViewPolicy): Step2Standing {
  if (exams === undefined) return unknownExams;
  const { passing, unresolved, failed } = exams.step2ck;
  if (passing === undefined) {
    if (unresolved > 0) return awaitsScore;
    return failed > 0 ? failedOnly : notTaken;
  }
  const { score, passMark } = passing;
  if (score === undefined) return awaitsScore;
  const nearPass = passMark !== undefined && score < passMark + policy.nearPassMargin;
  return { passed: passing as Attempt & { readonly score: number }, failed: false, missing: undefined, nearPass };
}

/** The category for the primary specialty, with what it was compared with. */
export interface PrimaryCategory {
  readonly category: ScoreCategory | null;
  readonly specialty: SpecialtyKey | null;
  readonly tier: SpecialtyTier | null;
  readonly low: number | null;
  readonly gap: number | null;
  /** The path that would tell the category; undefined when it is known or there is none yet. */
  readonly missing: string | undefined;
}

/** Works out the category for the primary specialty. */
export function primaryCategory(standing: Step2Standing, primary: SpecialtyKey | undefined, policy: ViewPolicy): PrimaryCategory {
  const line = primary === undefined ? undefined : policy.tierOf(primary);
  const { passed } = standing;
  const gap = passed === undefined || line === undefined ? null : line.low - passed.score;
  const category = standing.failed ? 'failed' : passed === undefined ? null : categoryOf(gap, standing.nearPass, policy);
  let { missing } = standing;
  if (passed !== undefined && category === null) missing = primary === undefined ? paths.primary : tierPath(primary);
  return { category, specialty: primary ?? null, tier: line?.tier ?? null, low: line?.low ?? null, gap, missing };
}

/** The categories for every specialty of the plan, the primary first. */
export function specialtyCategories(
  { specialtyPlan }: ApplicantRecord,
  standing: Step2Standing,
  primary: PrimaryCategory,
  policy: ViewPolicy,
): SpecialtyCategory[] {
  const categories: SpecialtyCategory[] = [];
  if (primary.specialty !== null) {
    const { specialty, tier, category, gap } = primary;
    categories.push({ specialty, role: 'primary', tier, category, gap });
  }
  const backups = specialtyPlan?.backups;
  if (backups === undefined) return categories;
  for (let i = 0; i < backups.length; i++) {
    const specialty = (backups[i] as (typeof backups)[number]).specialty;
    const { tier, category, gap } = primaryCategory(standing, specialty, policy);
    categories.push({ specialty, role: 'backup', tier, category, gap });
  }
  return categories;
}

function categoryOf(gap: number | null, nearPass: boolean, { gapOfA, gapOfB }: ViewPolicy): ScoreCategory | null {
  if (nearPass) return 'C';
  if (gap === null) return null;
  if (gap <= 0) return 'on-target';
  if (gap <= gapOfA) return 'A';
  return gap <= gapOfB ? 'B' : 'C';
}

/** The category as evidence, for rules that rest on it. */
export const categoryEvidence = ({ category, specialty, tier, low, gap }: PrimaryCategory, score: number): CategoryEvidence => ({
  category: category as ScoreCategory,
  specialty,
  tier,
  score,
  low,
  gap,
});
