import type * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, line } from '../record/scalars.js';

/** One value of a policy key from a day on, as a version holds it. */
export const policyEntrySchema = z.strictObject({
  value: z.json(),
  sources: z.array(line(300)).max(20).meta({ description: 'Citations `id#locator`; `school#…` cites a decision of the school.' }),
  confirm: z.literal(true).optional().meta({ description: 'The sources leave this open; the school should confirm or replace it.' }),
});

/** The content of a policy version: by key, then by the first day each value holds; only keys that differ from the default. */
export const policyChangesSchema = z
  .record(z.string().max(120), z.record(day as unknown as z.ZodType<string, string>, policyEntrySchema))
  .meta({
    description: 'By key, then by the first day each value holds; each key given replaces the whole of the default’s.',
  }) as unknown as z.ZodType<d.PolicyChanges, d.PolicyChanges>;
