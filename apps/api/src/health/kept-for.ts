import type { Clock } from '../tokens.js';

/** An answer that is asked for anew only when the last one is older than so many milliseconds, or of a clock that was ahead. */
export function keptFor<Answer>(ms: number, clock: Clock, ask: (now: Date) => Promise<Answer>): () => Promise<Answer> {
  let known: { at: number; answer: Answer } | undefined;
  return async () => {
    const now = clock();
    const age = known ? now.getTime() - known.at : Number.NaN;
    if (known && age >= 0 && age < ms) return known.answer;
    known = { at: now.getTime(), answer: await ask(now) };
    return known.answer;
  };
}
