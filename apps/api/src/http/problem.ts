import type { Problem } from '@matchwatch/contracts';

type ProblemParts = Partial<Pick<Problem, 'type' | 'issues' | 'currentVersion'>> & {
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
};

/** A refusal with its status and a sentence for a person; the filter turns it into `application/problem+json`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly parts: ProblemParts = {},
  ) {
    super(detail);
  }
}

export const notFound = (what: string): ProblemError => new ProblemError(404, `There is no such ${what}.`);

/** A body whose shape is right and that cannot be taken all the same, because of one field. */
export const refusedField = (path: string, reason: string): ProblemError => refusedFields([{ path, reason }]);

export const refusedFields = (issues: Problem['issues']): ProblemError =>
  new ProblemError(422, 'Some of what was sent cannot be taken.', { issues });

/** Too many attempts or requests; says when to come back. */
export function tooMany(seconds: number): ProblemError {
  const wait = Math.max(1, Math.ceil(seconds));
  return new ProblemError(429, `Too many requests. Try again in ${wait < 120 ? `${wait} seconds` : `${Math.ceil(wait / 60)} minutes`}.`, {
    retryAfter: wait,
  });
}
