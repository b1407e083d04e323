import { type Problem, problemSchema } from '@matchwatch/contracts';
import { HttpError } from 'react-admin';
import type { Text } from '../i18n/use-text.js';

/** The problem document behind a failed call, when the API sent one. */
export function problemOf(error: unknown): Problem | undefined {
  if (!(error instanceof HttpError)) return undefined;
  const parsed = problemSchema.safeParse(error.body);
  return parsed.success ? parsed.data : undefined;
}

export type FailureKind = 'offline' | 'forbidden' | 'not-found' | 'conflict' | 'invalid' | 'too-many' | 'server';

/** What sort of failure a person should be told about. */
export function failureKind(error: unknown): FailureKind {
  // A request that got no answer at all is a TypeError of fetch, without a status.
  if (!(error instanceof HttpError)) return 'offline';
  const kinds: Record<number, FailureKind> = {
    403: 'forbidden',
    404: 'not-found',
    409: 'conflict',
    412: 'conflict',
    422: 'invalid',
    400: 'invalid',
    429: 'too-many',
  };
  return kinds[error.status] ?? 'server';
}

/** The API's own sentence about a failure, when it sent one. */
export function failureDetail(error: unknown): string | undefined {
  const problem = problemOf(error);
  return problem?.detail ?? problem?.title;
}

/** What a person is told of a failure: the API's own sentence, or what sort of failure it was. */
export const failureText = (error: unknown, t: Text): string => failureDetail(error) ?? t(`failure.${failureKind(error)}.happened`);
