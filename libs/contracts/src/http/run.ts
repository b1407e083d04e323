import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, id, line, season } from '../record/scalars.js';
import { listQuery } from './paging.js';

export const runCountsSchema = z.strictObject({
  population: z.int(),
  assessed: z.int(),
  unchanged: z.int(),
  notAssessable: z.int(),
  newlyNotAssessable: z.int().meta({ description: 'Of those, whom the answer before could assess.' }),
  failed: z.int().meta({ description: 'Applicants whose assessment threw or whose range could not be read.' }),
  opened: z.int(),
  raised: z.int(),
  lowered: z.int(),
  closed: z.int(),
});
export type RunCounts = z.infer<typeof runCountsSchema>;

const runSizeSchema = z.strictObject({
  population: z.int(),
  unanswered: z.int().meta({ description: 'Those that cannot be assessed, and those whose assessment failed.' }),
});

/** A limit that held a run, with the numbers on both sides. */
export const heldBySchema = z.strictObject({
  rail: z.enum(['populationDrop', 'unknownRise']),
  limit: z.number(),
  sinceRunId: z.int(),
  before: runSizeSchema,
  now: runSizeSchema,
});

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
  reason: z.string().nullable().meta({ description: 'Why it failed, and what a person decided about it.' }),
  held: z.array(heldBySchema).meta({ description: 'The limits that held it; empty for a run that none held.' }),
  slotAt: z.string().nullable().meta({ description: 'The time of the schedule that it stands for.' }),
  late: z.boolean().meta({ description: 'Whether it was started well after that time.' }),
  retryOf: z.int().nullable().meta({ description: 'The run whose failures it tries again.' }),
  retry: z
    .strictObject({ id: z.int(), state: z.enum(d.runStates), outcome: z.enum(d.runOutcomes).nullable() })
    .nullable()
    .meta({ description: 'The last run that tried its failures again.' }),
  inputHash: z
    .string()
    .nullable()
    .meta({ description: 'Of the ids, record versions and casework it was told, in ranges of the same size; null before it is counted.' }),
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
  before: z
    .int()
    .nullable()
    .meta({ description: 'The published run of the cohort before it, which it is compared with unless told otherwise.' }),
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

/** Which run to compare with: the published one of the cohort before it unless told, and how much of who differs. */
export const runComparisonQuery = listQuery(['level'], z.strictObject({ with: id.optional() }), ['level', 'DESC']);

/** Two runs of a season side by side, and whom the later one answers otherwise. */
export const runComparisonSchema = z.strictObject({
  before: runSchema,
  after: runSchema,
  moves: z.strictObject({
    worse: z.int(),
    better: z.int(),
    other: z.int().meta({ description: 'Answered for the first time, no longer answerable, or answerable again.' }),
    sameLevel: z.int().meta({ description: 'Findings differ and the level does not.' }),
  }),
  total: z.int(),
  changes: z.array(
    z.strictObject({
      applicantId: z.int(),
      name: z.string(),
      from: z.enum(d.riskLevels).nullable(),
      to: z.enum(d.riskLevels).nullable(),
      setBy: z.array(z.string()),
      findings: z.array(
        z.strictObject({ code: z.string(), from: z.enum(d.findingLevels).nullable(), to: z.enum(d.findingLevels).nullable() }),
      ),
    }),
  ),
});
export type RunComparison = z.infer<typeof runComparisonSchema>;
