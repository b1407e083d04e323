import { z } from 'zod';
import { day, line } from '../record/scalars.js';
import { listQuery } from './paging.js';

/** CSV files of an import, by name without `.csv`. */
export const importFiles = [
  'applicants',
  'exams',
  'practice',
  'clerkships',
  'experiences',
  'letters',
  'scholarly',
  'red-flags',
  'programs',
  'outcomes',
  // The school's table of programs: about no applicant, so it comes in an import of its own.
  'program-table',
] as const;
export type ImportFile = (typeof importFiles)[number];

/** What an import is about. */
export const importSubjects = ['applicants', 'programs'] as const;
export type ImportSubject = (typeof importSubjects)[number];

export const importStates = ['previewed', 'held', 'applied', 'cancelled', 'undone', 'failed'] as const;

/** A row that was not taken, with its place and reason. `row` counts from 1 for the first row under the header; `column` is null for a whole row. */
export const refusedRowSchema = z.strictObject({
  file: z.string(),
  row: z.int(),
  column: z.string().nullable(),
  externalId: z.string().nullable().meta({ description: 'The school’s id of the applicant, or the code of the program.' }),
  reason: z.string(),
});
export type RefusedRow = z.infer<typeof refusedRowSchema>;

export const importSchema = z.strictObject({
  id: z.int(),
  about: z.enum(importSubjects).meta({ description: 'Whether it changes applicants or the table of programs.' }),
  state: z.enum(importStates),
  season: z.int().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  appliedAt: z.string().nullable(),
  knownOn: day,
  files: z.array(z.strictObject({ file: z.string(), rows: z.int() })),
  counts: z.strictObject({ new: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int() }),
  heldBecause: z.string().nullable().meta({ description: 'Why a person must approve it, such as a population drop.' }),
  runId: z.int().nullable().meta({ description: 'The reassessment that followed.' }),
  decision: z
    .strictObject({ by: z.string(), at: z.string(), reason: z.string().nullable() })
    .nullable()
    .meta({ description: 'Who wrote, dropped or took it back, whichever came last.' }),
});
export type Import = z.infer<typeof importSchema>;

export const importDetailSchema = importSchema.extend({
  refused: z.array(refusedRowSchema).meta({ description: 'The first thousand.' }),
  sample: z
    .array(z.strictObject({ externalId: z.string(), name: z.string(), verdict: z.enum(['new', 'changed']), changes: z.array(z.string()) }))
    .meta({ description: 'The first hundred new or changed applicants and the paths that change.' }),
});
export type ImportDetail = z.infer<typeof importDetailSchema>;

export const importListQuery = listQuery(
  ['id', 'createdAt'] as const,
  z.strictObject({ state: z.array(z.enum(importStates)).max(6).optional() }),
  ['id', 'DESC'],
);
export const importApplySchema = z.strictObject({
  approve: z.boolean().optional().meta({ description: 'Apply although it is held.' }),
  reason: line(500).optional(),
});
