import { type Day, type ImgTier, type ImgTierCause, imgTierCauses } from '@matchwatch/domain';
import type { ApplicantView } from './applicant-view.js';
import { paths } from './paths.js';
import type { ViewPolicy } from './view-policy.js';

/** The tier of an IMG with what triggers it and what sets it. */
export interface ImgStanding {
  readonly tier: ImgTier | null;
  readonly triggers: readonly ImgTierCause[];
  readonly factors: readonly ImgTierCause[];
  readonly step2: number | null;
  readonly step1: number | null;
  readonly failures: number;
  readonly graduatedOn: Day | null;
  /** Paths that would tell the tier; empty when it is known. */
  readonly missing: readonly string[];
}

const none: readonly never[] = [];
const noTier: ImgStanding = {
  tier: null,
  triggers: none,
  factors: none,
  step2: null,
  step1: null,
  failures: 0,
  graduatedOn: null,
  missing: none,
};
const unknownTier = (missing: readonly string[]): ImgStanding => ({ ...noTier, missing });
const unknownExams = unknownTier([paths.exams]);

/** Bits of the causes, in the order of `imgTierCauses`. */
const step2Bit = 1 << imgTierCauses.indexOf('step2');
const step1Bit = 1 << imgTierCauses.indexOf('step1');
const failedBit = 1 << imgTierCauses.indexOf('failed-attempt');
const noUsceBit = 1 << imgTierCauses.indexOf('no-usce');
const graduationBit = 1 << imgTierCauses.indexOf('graduation');
const visaBit = 1 << imgTierCauses.indexOf('visa');
const allCircumstances = noUsceBit | graduationBit | visaBit;

// Every list of causes that can occur, so that none is built per applicant.
const causeLists = Array.from({ length: 1 << imgTierCauses.length }, (_, bits) => imgTierCauses.filter((_cause, i) => bits & (1 << i)));
const causes = (bits: number): readonly ImgTierCause[] => causeLists[bits] as readonly ImgTierCause[];

/**
 * Works out the tier of an IMG: none without a low-score trigger; otherwise by the factors that hold. A known factor counts even while
 * others are unknown; unknown factors matter only when no known one sets the tier.
 */
export function imgStanding(view: ApplicantView, policy: ViewPolicy): ImgStanding {
  const lines = policy.img;
  const { exams } = view;
  if (exams === undefined) return unknownExams;
  const step2 = view.step2Score;
  const step1 = view.numericStep1.score;
  const { failures } = exams;

  let triggers = 0;
  if (step2 !== undefined && step2 < lines.triggerStep2) triggers |= step2Bit;
  if (step1 !== undefined && step1 < lines.triggerStep1) triggers |= step1Bit;
  if (failures >= lines.triggerFailures) triggers |= failedBit;
  if (triggers === 0) {
    const missing: string[] = [];
    if (view.standing.missing !== undefined) missing.push(view.standing.missing);
    if (view.numericStep1.missing !== undefined) missing.push(view.numericStep1.missing);
    return missing.length === 0 ? noTier : unknownTier(missing);
  }

  const { usce, needsVisa } = view;
  const { graduatesOn } = view.record;
  const missing: string[] = [];
  let factors = 0;
  if (step2 !== undefined && step2 <= lines.highStep2) factors |= step2Bit;
  if (failures >= lines.highFailures) factors |= failedBit;
  if (usce.has === undefined) missing.push(usce.missing);
  else if (!usce.has) factors |= noUsceBit;
  if (graduatesOn === undefined) missing.push(paths.graduatesOn);
  else if (view.graduatedLongAgo) factors |= graduationBit;
  if (needsVisa === undefined) missing.push(paths.visa);
  else if (needsVisa) factors |= visaBit;

  const veryHigh = failures >= lines.veryHighFailures || (factors & allCircumstances) === allCircumstances;
  if (factors === 0 && missing.length > 0) return unknownTier(missing);
  return {
    tier: veryHigh ? 'very-high' : factors !== 0 ? 'high' : 'moderate',
    triggers: causes(triggers),
    factors: causes(factors),
    step2: step2 ?? null,
    step1: step1 ?? null,
    failures,
    graduatedOn: graduatesOn ?? null,
    missing: none,
  };
}
