import type { NextFunction, Request, Response } from 'express';
import { ProblemError } from './problem.js';

/** Largest JSON body. */
export const bodyLimit = '1mb';
const deepest = 32;

/** Refuses bodies that nest deeper than any contract, or that name a prototype, before anything walks them. */
export function refuseOddJson(request: Request, _response: Response, next: NextFunction): void {
  const odd = oddity(request.body);
  if (odd) next(new ProblemError(400, odd));
  else next();
}

function oddity(body: unknown): string | undefined {
  let level: unknown[] = [body];
  // Level by level and not recursively: depth is what is being limited.
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return `The body nests deeper than ${deepest} levels.`;
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      if (Object.hasOwn(value, '__proto__')) return 'The body names a prototype.';
      for (const child of Object.values(value)) below.push(child);
    }
    level = below;
  }
  return undefined;
}
