import type { ApplicantRecord } from '@matchwatch/domain';
import type { z } from 'zod';
import { recordSchema } from './record.schema.js';

/** One thing wrong with an input: where (`exams.0.takenOn`, or `` for the whole) and why. */
export interface InputIssue {
  path: string;
  reason: string;
}

export type Validated<T> = { ok: true; value: T } | { ok: false; issues: InputIssue[] };

/** The issues of a Zod error, flat; an unknown key is reported at its own path. */
export function inputIssues(error: z.core.$ZodError): InputIssue[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), reason: 'is not a field of the record' }));
    return [{ path: path.join('.'), reason: issue.message }];
  });
}

/** Whether anything is a record, with every path and reason when it is not. */
export function validateRecord(input: unknown): Validated<ApplicantRecord> {
  const result = recordSchema.safeParse(input, { error: ({ input: value }) => (value === undefined ? 'is missing' : undefined) });
  return result.success ? { ok: true, value: result.data } : { ok: false, issues: inputIssues(result.error) };
}
