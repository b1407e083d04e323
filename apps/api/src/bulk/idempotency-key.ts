import { ProblemError } from '../http/problem.js';

/** The key of a request that must not happen twice; refuses one without. */
export function idempotencyKey(header: string | undefined): string {
  if (header === undefined)
    throw new ProblemError(428, 'Say in Idempotency-Key by which name this is known, should it have to be sent again.');
  if (!/^[\w-]{8,80}$/.test(header))
    throw new ProblemError(400, 'Idempotency-Key must hold 8 to 80 letters, digits, hyphens or underscores.');
  return header;
}
