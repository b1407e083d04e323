import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day } from '../record/scalars.js';

/** The review of a flag: what was decided last, and where it stands now. */
export const reviewSchema = z.strictObject({
  state: z
    .enum(d.reviewStates)
    .meta({ description: 'Where it stands today: what was decided, unless the flag has risen or the day it was put off to has come.' }),
  decided: z.enum(d.reviewStates).meta({ description: 'What was decided last.' }),
  level: z.enum(d.findingLevels).meta({ description: 'The level the flag had then.' }),
  on: day,
  until: day.nullable(),
  assignedTo: z.strictObject({ id: z.int(), name: z.string() }).nullable(),
  because: z.enum(d.disagreements).nullable(),
  note: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
export type FlagReview = z.infer<typeof reviewSchema>;
