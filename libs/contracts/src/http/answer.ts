import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { recordSchema } from '../record/record.schema.js';
import { day, specialty } from '../record/scalars.js';

export const evidenceSchema = z.record(z.string(), z.json()) as unknown as z.ZodType<d.Evidence, d.Evidence>;

export const findingSchema = z.strictObject({
  code: z.string(),
  area: z.enum(d.areas),
  level: z.enum(d.findingLevels),
  evidence: evidenceSchema,
});

/** The engine's answer as it crosses HTTP and the command line. */
export const answerSchema = z.strictObject({
  externalId: z.string(),
  asOf: day,
  policy: z.string(),
  riskLevel: z.enum(d.riskLevels),
  setBy: z.array(z.string()),
  categories: z.array(
    z.strictObject({
      specialty,
      role: z.enum(['primary', 'backup']),
      tier: z.enum(d.specialtyTiers).nullable(),
      category: z.enum(d.scoreCategories).nullable(),
      gap: z.number().nullable(),
    }),
  ),
  imgTier: z.enum(d.imgTiers).nullable(),
  programTarget: z.strictObject({ minimum: z.int(), maximum: z.int(), because: z.string() }).nullable(),
  findings: z.array(findingSchema),
  unknown: z.array(z.strictObject({ code: z.string(), missing: z.array(z.string()) })),
  strengths: z.array(z.strictObject({ code: z.string(), evidence: evidenceSchema })),
  careGaps: z.array(findingSchema),
  advice: z.array(
    z.strictObject({
      code: z.string(),
      phase: z.enum(d.planPhases),
      owner: z.enum(d.adviceOwners),
      dueOn: day.nullable(),
      withinDays: z.int().nullable().meta({ description: 'Counted from the day of the finding, where no day of the season says when.' }),
      answers: z.array(z.string()),
    }),
  ),
});

/** Asks for the answer that a record would get on a day; nothing is stored. */
export const assessmentPreviewSchema = z.strictObject({ asOf: day, record: recordSchema });
export type AssessmentPreview = z.infer<typeof assessmentPreviewSchema>;
