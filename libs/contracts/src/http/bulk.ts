import { z } from 'zod';
import { whole } from '../record/scalars.js';
import { applicantFilterSchema } from './applicant.js';
import { meetingWriteSchema } from './meeting.js';
import { taskWriteSchema } from './task.js';

/** Most applicants something is done for at once: all of it is one transaction. */
export const mostBulk = 1_000;

/** One thing to do for everybody a filter shows. */
export const bulkRequestSchema = z.strictObject({
  filter: applicantFilterSchema,
  expected: whole(1, mostBulk).meta({ description: 'How many the reader was told they are; refused when they are others by then.' }),
  action: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('task'), task: taskWriteSchema }),
    z.strictObject({ kind: z.literal('meeting'), meeting: meetingWriteSchema }),
  ]),
});
export type BulkRequest = z.infer<typeof bulkRequestSchema>;

/** What became of each, by name. */
export const bulkAnswerSchema = z.strictObject({
  id: z.int(),
  repeated: z.boolean().meta({ description: 'It had been done under this key before, and nothing was done now.' }),
  done: z.int(),
  rows: z.array(
    z.strictObject({
      applicantId: z.int(),
      externalId: z.string(),
      name: z.string(),
      outcome: z.enum(['done', 'refused']),
      reason: z.string().nullable().meta({ description: 'Why nothing was done, the end of a sentence.' }),
      madeId: z.int().nullable(),
    }),
  ),
});
export type BulkAnswer = z.infer<typeof bulkAnswerSchema>;
