import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, specialty } from '../record/scalars.js';
import { policyChangesSchema } from './policy-changes.js';

/** A source behind a rule or a number, as a chip and its tooltip. */
export const citationSchema = z.strictObject({
  id: z.string().meta({ description: 'As it was cited, `id#locator`.' }),
  label: z.string().meta({ description: 'Short, as “003 · Step 0”.' }),
  title: z.string(),
});

/** The rules in force, with where each comes from: for citations beside reasons. */
export const rulebookSchema = z.strictObject({
  policy: z.string(),
  changes: policyChangesSchema.meta({ description: 'What the policy in force says otherwise than the default.' }),
  rulesDigest: z.string(),
  rules: z.array(
    z.strictObject({
      code: z.string(),
      area: z.enum(d.areas),
      about: z.string(),
      basis: z.array(citationSchema),
    }),
  ),
  ranges: z.array(
    z.strictObject({ specialty, tier: z.enum(d.specialtyTiers).nullable(), low: z.number().nullable(), high: z.number().nullable() }),
  ),
  passMarks: z.array(z.strictObject({ exam: z.enum(d.examNames), since: day, mark: z.number() })),
});
export type Rulebook = z.infer<typeof rulebookSchema>;
