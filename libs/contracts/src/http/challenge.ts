import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { recordSchema } from '../record/record.schema.js';
import { day, id, line, prose, season } from '../record/scalars.js';
import { listQuery } from './paging.js';

const recordParts = Object.keys(recordSchema.shape) as [keyof d.ApplicantRecord, ...(keyof d.ApplicantRecord)[]];

/** What a challenge is about: a part of the record, or a finding by the code of its rule. */
export const challengeSubjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fact'), about: z.enum(recordParts) }),
  z.strictObject({ kind: z.literal('finding'), about: line(80) }),
]);

/** What an applicant says is wrong about something held about them, and what became of it. */
export const challengeSchema = z.strictObject({
  id: z.int(),
  applicantId: z.int(),
  applicant: z.string(),
  subject: challengeSubjectSchema,
  contested: z.string().meta({ description: 'What is said to be wrong, as it stood.' }),
  says: z.string().meta({ description: 'What the applicant says is right.' }),
  receivedOn: day,
  dueOn: day.meta({ description: 'The last day on which an answer is in time, by the policy of the day it was received.' }),
  overdue: z.boolean(),
  state: z.enum(d.challengeStates),
  recordVersion: z.int().meta({ description: 'The version of the record that was contested.' }),
  recordedBy: z.string(),
  recordedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable().meta({ description: 'Why it was decided so.' }),
  statement: z.string().nullable().meta({ description: 'What the applicant wants said beside what stands.' }),
  correctedVersion: z.int().nullable().meta({ description: 'The version of the record that put it right.' }),
  runId: z.int().nullable().meta({ description: 'The reassessment that followed.' }),
});
export type Challenge = z.infer<typeof challengeSchema>;

/** Writes a challenge down. */
export const challengeWriteSchema = z.strictObject({
  subject: challengeSubjectSchema,
  contested: line(500),
  says: prose(4000),
  receivedOn: day,
});
export type ChallengeWrite = z.infer<typeof challengeWriteSchema>;

/** Lets what is contested stand: why, and what the applicant wants said beside it. */
export const challengeDeclineSchema = z.strictObject({ reason: line(500), statement: prose(4000).optional() });
export type ChallengeDecline = z.infer<typeof challengeDeclineSchema>;

export const challengeStatementSchema = z.strictObject({ statement: prose(4000) });

/** Says that a version of the record put right what was contested, where it was changed without naming the challenge. */
export const challengeCorrectSchema = z.strictObject({ version: id });

export const challengeSorts = ['dueOn', 'receivedOn', 'id'] as const;
export const challengeFilterSchema = z.strictObject({
  id: z.array(id).max(200).optional(),
  applicantId: id.optional(),
  season: season.optional(),
  state: z.array(z.enum(d.challengeStates)).max(d.challengeStates.length).optional(),
  overdue: z.boolean().optional(),
});
export type ChallengeFilter = z.infer<typeof challengeFilterSchema>;
export const challengeListQuery = listQuery(challengeSorts, challengeFilterSchema, ['dueOn', 'ASC']);
