import { appendFileSync } from 'node:fs';

/** One time that a fault was made, for the table at the end of `npm run test:faults`. */
export interface Repetition {
  /** The name of the fault: that of its file. */
  fault: string;
  /** Which of its kinds, as `redis queue`. */
  kind?: string;
  /** Milliseconds until things went on by themselves. */
  recoveredMs?: number;
  /** Milliseconds until everything that the fault held up was done. */
  finishedMs?: number;
  /** What the fault hit, as the state of a run. */
  hit?: string;
  /** Why it could not be made here; it counts for nothing then. */
  notRun?: string;
}

/** Keeps a figure for the table; without `npm run test:faults` nobody asks for it. */
export function keepFigure(repetition: Repetition): void {
  const file = process.env.FAULT_FIGURES;
  if (file) appendFileSync(file, `${JSON.stringify(repetition)}\n`);
}

/** How often a random moment is tried: `--times`. */
export const times = Number(process.env.FAULT_TIMES ?? 2);

/** What chance starts from: `--seed`. */
export const seed = Number(process.env.FAULT_SEED ?? 1);

/** Numbers from 0 to 1 by the seed, the same for the same name (mulberry32). */
export function chanceOf(name: string): () => number {
  let state = Array.from(name).reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
