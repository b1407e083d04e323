import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, id, line, season } from '../record/scalars.js';
import { listQuery } from './paging.js';

export const runCountsSchema = z.strictObject({
  population: z.int(),
  assessed: z.int(),
  unchanged: z.int(),
  notAssessable: z.int(),
  failed: z.int().meta({ description: 'Applicants whose assessment threw or whose range could not be read.' }),
  opened: z.int(),
  raised: z.int(),
  lowered: z.int(),
  closed: z.int(),
});
export type RunCounts = z.infer<typeof runCountsSchema>;

/** One run, in lists and on its page. */
export const runSchema = z.strictObject({
  id: z.int(),
  season: z.int(),
  kind: z.enum(d.runKinds),
  slot: z.string(),
  state: z.enum(d.runStates),
  outcome: z.enum(d.runOutcomes).nullable(),
  asOf: day,
  policy: z.string().meta({ description: 'The policy version it uses; in a shadow run the draft it tries.' }),
  policyVersionId: z.int().nullable().meta({ description: 'Null where the version is the default.' }),
  rulesDigest: z.string(),
  requestedBy: z.string(),
  reason: z.string().nullable().meta({ description: 'Why it is held, failed or cancelled.' }),
  queuedAt: z.string(),
  startedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  publishedAt: z.string().nullable(),
  chunks: z.strictObject({ total: z.int(), done: z.int() }),
  counts: runCountsSchema,
  levels: z.record(z.string(), z.int()).meta({ description: 'Applicants per risk level when it was published; empty before.' }),
});
export type Run = z.infer<typeof runSchema>;

export const runSorts = ['id', 'asOf', 'queuedAt'] as const;
export const runFilterSchema = z.strictObject({
  id: z.array(id).max(200).optional(),
  season: season.optional(),
  kind: z.array(z.enum(d.runKinds)).max(d.runKinds.length).optional(),
  state: z.array(z.enum(d.runStates)).max(d.runStates.length).optional(),
});
export type RunFilter = z.infer<typeof runFilterSchema>;
export const runListQuery = listQuery(runSorts, runFilterSchema, ['id', 'DESC']);

/** Asks for a run of one season as of today, or of a given day that is not in the future. */
export const runRequestSchema = z.strictObject({ season, asOf: day.optional() });
export type RunRequest = z.infer<typeof runRequestSchema>;
export const runActionSchema = z.strictObject({ reason: line(500).optional() });

/** What one applicant's level or flags did in a run. */
export const runChangeSchema = z.strictObject({
  applicantId: z.int(),
  name: z.string(),
  from: z.enum(d.riskLevels).nullable(),
  to: z.enum(d.riskLevels),
  setBy: z.array(z.string()),
});
export const runProblemSchema = z.strictObject({
  applicantId: z.int().nullable(),
  externalId: z.string().nullable(),
  name: z.string().nullable(),
  message: z.string(),
});
export const runDetailSchema = runSchema.extend({
  changes: z.array(runChangeSchema).meta({ description: 'The most serious first; at most five hundred.' }),
  problems: z.array(runProblemSchema).meta({ description: 'The first five hundred.' }),
});
export type RunDetail = z.infer<typeof runDetailSchema>;

/** What the live stream says of a run (server-sent event `run`). */
export const runProgressSchema = z.strictObject({
  id: z.int(),
  season: z.int(),
  kind: z.enum(d.runKinds),
  state: z.enum(d.runStates),
  chunks: z.strictObject({ total: z.int(), done: z.int() }),
  assessed: z.int(),
  population: z.int(),
});
export type RunProgress = z.infer<typeof runProgressSchema>;
