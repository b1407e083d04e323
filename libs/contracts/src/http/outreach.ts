import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { line, prose } from '../record/scalars.js';

/** A message to an applicant, kept with who sent it and how it went. */
export const outreachSchema = z.strictObject({
  id: z.int(),
  template: z.enum(d.outreachTemplates),
  subject: z.string(),
  body: z.string(),
  address: z.string().nullable(),
  state: z.enum(d.outreachStates).meta({ description: '`uncertain` broke off when it may have been taken: ask before sending again.' }),
  by: z.string(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  failure: z.string().nullable(),
});
export type Outreach = z.infer<typeof outreachSchema>;

export const outreachWriteSchema = z.strictObject({
  template: z.enum(d.outreachTemplates),
  subject: line(200),
  body: prose(10_000),
  how: z.enum(['mail', 'by-hand']).meta({ description: '`by-hand` notes a message that the person sent themselves.' }),
});
export type OutreachWrite = z.infer<typeof outreachWriteSchema>;
