import type { ApplicantRecord } from '@matchwatch/domain';
import type { z } from 'zod';
import { recordSchema } from './record.schema.js';
import { clipped } from './scalars.js';

/** One thing wrong with an input: where (`exams.0.takenOn`, or `` for the whole) and why. */
export interface InputIssue {
  path: string;
  reason: string;
}

export type Validated<T> = { ok: true; value: T } | { ok: false; issues: InputIssue[] };

// Nobody mends more at once, and a hostile record may have a million.
const mostIssues = 100;

/** The issues of a Zod error, flat, the first hundred of very many; an unknown key is reported at its own path. */
export function inputIssues(error: z.core.$ZodError): InputIssue[] {
  const issues: InputIssue[] = [];
  for (const issue of error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, mostIssues) : [];
    const path = issue.path.map((part) => clipped(String(part)));
    if (issue.code !== 'unrecognized_keys') issues.push({ path: path.join('.'), reason: issue.message });
    for (const key of keys) issues.push({ path: [...path, clipped(key)].join('.'), reason: 'is not a field of the record' });
    if (issues.length >= mostIssues) return issues.slice(0, mostIssues);
  }
  return issues;
}

/** Whether anything is a record, with every path and reason when it is not. */
export function validateRecord(input: unknown): Validated<ApplicantRecord> {
  const result = recordSchema.safeParse(input, { error: ({ input: value }) => (value === undefined ? 'is missing' : undefined) });
  return result.success ? { ok: true, value: result.data } : { ok: false, issues: inputIssues(result.error) };
}
