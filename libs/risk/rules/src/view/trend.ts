import type { Clerkship, Day, ScoreCategory } from '@matchwatch/domain';
import type { Exams } from './exam-history.js';

/** Score categories from best to worst, as ranks that a Step 1 band can be compared with. */
const categoryRank: Readonly<Record<ScoreCategory, number>> = { 'on-target': 0, A: 1, B: 2, C: 3, failed: 4 };

/** Negative when the first category is better. */
export const compareCategories = (a: ScoreCategory, b: ScoreCategory): number => categoryRank[a] - categoryRank[b];

/** The lines that place a numeric Step 1 score beside the score categories. */
export interface Step1Lines {
  readonly academic: number;
  readonly midRange: number;
  readonly clearlyLow: number;
}

/** The category that a numeric Step 1 score corresponds to. */
export function step1Band(score: number, lines: Step1Lines): ScoreCategory {
  if (score >= lines.academic) return 'on-target';
  if (score >= lines.midRange) return 'A';
  return score > lines.clearlyLow ? 'B' : 'C';
}

const noScores: readonly number[] = [];

/** Passed score of each COMLEX level that has one, in order of the levels. */
export function comlexScores({ comlex1, comlex2, comlex3 }: Exams): readonly number[] {
  const first = comlex1.passing?.score;
  const second = comlex2.passing?.score;
  const third = comlex3.passing?.score;
  if (first === undefined && second === undefined && third === undefined) return noScores;
  return [first, second, third].filter((score) => score !== undefined);
}

/** Shelf scores of clerkships that ended by a day, in order, where each lies below or each above the one before; otherwise none. */
export function steadyShelfScores(clerkships: readonly Clerkship[], asOf: Day): readonly number[] {
  let day: Day | undefined;
  let score = 0;
  let ups = 0;
  let downs = 0;
  let inOrder = true;
  for (let i = 0; i < clerkships.length; i++) {
    const { endedOn, shelf } = clerkships[i] as Clerkship;
    if (shelf === undefined || endedOn === undefined || endedOn > asOf) continue;
    if (day !== undefined) {
      if (endedOn < day) inOrder = false;
      if (shelf <= score) downs++;
      if (shelf >= score) ups++;
    }
    day = endedOn;
    score = shelf;
  }
  // Records mostly list clerkships in order, and mostly neither rise nor fall: then nothing need be built.
  return inOrder && ups > 0 && downs > 0 ? noScores : shelfScores(clerkships, asOf);
}

function shelfScores(clerkships: readonly Clerkship[], asOf: Day): readonly number[] {
  const shelves: { readonly endedOn: Day; readonly shelf: number }[] = [];
  for (const { endedOn, shelf } of clerkships) {
    if (shelf !== undefined && endedOn !== undefined && endedOn <= asOf) shelves.push({ endedOn, shelf });
  }
  shelves.sort((a, b) => (a.endedOn < b.endedOn ? -1 : a.endedOn > b.endedOn ? 1 : 0));
  return shelves.map(({ shelf }) => shelf);
}

/** Whether at least `least` results each lie below the one before. */
export function falls(scores: readonly number[], least: number): boolean {
  if (scores.length < least) return false;
  for (let i = 1; i < scores.length; i++) if ((scores[i] as number) >= (scores[i - 1] as number)) return false;
  return true;
}

/** Whether at least `least` results each lie above the one before. */
export function rises(scores: readonly number[], least: number): boolean {
  if (scores.length < least) return false;
  for (let i = 1; i < scores.length; i++) if ((scores[i] as number) <= (scores[i - 1] as number)) return false;
  return true;
}
