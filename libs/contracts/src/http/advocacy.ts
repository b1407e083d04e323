import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, id, line, prose, specialty } from '../record/scalars.js';
import { tableProgramSchema } from './program.js';

/** Who spoke for an applicant, to which program, when, and what came of it. */
export const advocacySchema = z.strictObject({
  id: z.int(),
  applicantId: z.int(),
  program: z.string(),
  programId: z.int().nullable().meta({ description: 'The program of the table, where it stands there.' }),
  specialty: specialty.nullable(),
  advocate: z.string().meta({ description: 'Who spoke.' }),
  role: z.enum(d.advocateRoles),
  contact: z.enum(d.advocacyContacts),
  contactName: z.string().nullable(),
  way: z.enum(d.advocacyWays),
  on: day,
  said: z.string().nullable(),
  outcome: z.enum(d.advocacyOutcomes),
  outcomeOn: day.nullable(),
  outcomeNote: z.string().nullable(),
  version: z.int().meta({ description: 'Goes back in If-Match on a change.' }),
  notedBy: z.string(),
});
export type Advocacy = z.infer<typeof advocacySchema>;

export const advocacyWriteSchema = z.strictObject({
  programId: id.nullable(),
  program: line(200),
  specialty: specialty.nullable(),
  advocate: line(120),
  role: z.enum(d.advocateRoles),
  contact: z.enum(d.advocacyContacts),
  contactName: line(120).nullable(),
  way: z.enum(d.advocacyWays),
  on: day,
  said: prose(2000).nullable(),
});
export type AdvocacyWrite = z.infer<typeof advocacyWriteSchema>;

/** What came of it; `withdrawn` says that it was written down by mistake. */
export const advocacyChangeSchema = z.strictObject({
  outcome: z.enum(d.advocacyOutcomes),
  outcomeOn: day.nullable(),
  outcomeNote: prose(2000).nullable(),
});
export type AdvocacyChange = z.infer<typeof advocacyChangeSchema>;

/** A program with its facts and what the school has said to it for whom, as far as the reader may know. */
export const programDetailSchema = tableProgramSchema.extend({
  id: z.int(),
  version: z.int(),
  changedBy: z.string(),
  changedAt: z.string(),
  seasonOpens: day.nullable().meta({ description: 'What was checked before is to be checked again.' }),
  season: z.int().nullable(),
  advocacies: z
    .array(
      advocacySchema.omit({ said: true, contactName: true, outcomeNote: true, version: true }).extend({
        applicant: z.string(),
        season: z.int(),
      }),
    )
    .meta({ description: 'For applicants the reader may know of, the latest first.' }),
  otherAdvocacies: z.int().meta({ description: 'For others.' }),
});
export type ProgramDetail = z.infer<typeof programDetailSchema>;
