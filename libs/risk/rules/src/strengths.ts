import type { Day, EvidenceByStrength, ScholarlyWork, Strength, StrengthCode } from '@matchwatch/domain';
import type { ApplicantView } from './view/applicant-view.js';
import { isOutput } from './view/output.js';
import { compareCategories, rises, step1Band } from './view/trend.js';
import { lastHandsOnDay } from './view/usce.js';

const none: readonly Strength[] = [];

/** Facts that speak for the applicant, as known on the day. */
export function findStrengths(view: ApplicantView): readonly Strength[] {
  const { record, exams, standing, policy } = view;
  const { asOf } = policy;
  let found = 0;
  const risen = findRises(view);
  if (risen.length > 0) found = add(found, 'exam.rising', { rises: risen });
  if (standing.passed !== undefined) {
    const { score } = standing.passed;
    const cleared = policy.clearedScreens(score);
    if (cleared.length > 0) found = add(found, 'exam.clears-screens', { score, cleared });
  }
  const step3 = exams?.step3.passing;
  if (step3 !== undefined) found = add(found, 'exam.step3-passed', { takenOn: step3.takenOn, score: step3.score ?? null });
  const honors = honorsOf(view);
  if (honors.length > 0) found = add(found, 'clinical.honors', { clerkships: honors });
  if (view.isImg && record.experiences !== undefined) {
    const lastOn = lastHandsOnDay(record.experiences, policy);
    if (lastOn !== undefined && lastOn >= policy.recentUsceFrom) {
      found = add(found, 'clinical.recent-hands-on', { lastOn });
    }
  }
  const letters = view.letters?.strong ?? 0;
  if (letters > 0) found = add(found, 'letters.strong', { letters });
  const works = countOutput(record.scholarly, asOf);
  if (works > 0) found = add(found, 'scholarly.output', { works });
  return found === 0 ? none : strengths.slice(0, found);
}

// Filled anew for each applicant and copied out, as most have several.
const strengths: Strength[] = [];

function add<C extends StrengthCode>(found: number, code: C, evidence: EvidenceByStrength[C]): number {
  strengths[found] = { code, evidence };
  return found + 1;
}

type Rise = EvidenceByStrength['exam.rising']['rises'][number];
const noRises: readonly Rise[] = [];

function findRises({ exams, numericStep1, standing, primary, comlexScores, shelfScores, policy }: ApplicantView): readonly Rise[] {
  let found: Rise[] | undefined;
  const step1 = numericStep1.score;
  const { passed } = standing;
  if (step1 !== undefined && passed !== undefined && primary.category !== null) {
    if (compareCategories(primary.category, step1Band(step1, policy.step1Lines)) < 0) {
      found = [{ in: 'step1-to-step2', scores: [step1, passed.score] }];
    }
  }
  if (exams !== undefined && exams.step2ck.attempts.length > 1 && passed !== undefined) {
    const scores = exams.step2ck.attempts.map(({ score }) => score).filter((score) => score !== undefined);
    // Two results are the fewest that can rise.
    if (rises(scores, 2)) found = [...(found ?? noRises), { in: 'step2', scores }];
  }
  if (rises(comlexScores, policy.comlexResults)) found = [...(found ?? noRises), { in: 'comlex', scores: comlexScores }];
  if (rises(shelfScores, policy.shelfResults)) found = [...(found ?? noRises), { in: 'shelf', scores: shelfScores }];
  return found ?? noRises;
}

const noNames: readonly string[] = [];
// Filled anew for each applicant and copied out: an array that is pushed to reserves room for many, and most applicants have honors.
const honored: string[] = [];

function honorsOf({ record: { clerkships }, policy: { asOf } }: ApplicantView): readonly string[] {
  if (clerkships === undefined) return noNames;
  let count = 0;
  for (let i = 0; i < clerkships.length; i++) {
    const { grade, endedOn, name } = clerkships[i] as (typeof clerkships)[number];
    if (grade !== 'honors' || (endedOn !== undefined && endedOn > asOf)) continue;
    honored[count++] = name;
  }
  return count === 0 ? noNames : honored.slice(0, count);
}

function countOutput(works: readonly ScholarlyWork[] | undefined, asOf: Day): number {
  let count = 0;
  if (works === undefined) return count;
  for (let i = 0; i < works.length; i++) if (isOutput(works[i] as ScholarlyWork, asOf)) count++;
  return count;
}
