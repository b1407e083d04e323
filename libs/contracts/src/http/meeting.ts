import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, id, line, prose, whole } from '../record/scalars.js';
import { recordChangeSchema } from './change.js';
import { listQuery } from './paging.js';

/** Longest note. */
export const longestNote = 10_000;
/** Most applicants that one note may be written to at once. */
export const mostAtOnce = 200;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time of the day written HH:MM' });
const colleague = z.strictObject({ id: z.int(), name: z.string() });

/** One thing that was advised, and what the applicant said to it. */
export const advisedSchema = z
  .strictObject({
    intervention: z.enum(d.interventionCodes),
    answer: z.enum(d.interventionAnswers),
    why: line(500).nullable(),
    goal: recordChangeSchema.nullable().meta({ description: 'What the record will show when it is done.' }),
    dueOn: day.nullable().meta({ description: 'By when, or until when it is deferred.' }),
  })
  .refine(({ goal, dueOn }) => goal === null || dueOn !== null, { error: 'is needed: by when', path: ['dueOn'] });
export type Advised = z.infer<typeof advisedSchema>;

const nextStepNeedsDay = { error: 'is needed: by when', path: ['nextOn'] };
const meetingFields = {
  state: z.enum(d.writableMeetingStates),
  kind: z.enum(d.meetingKinds),
  on: day,
  at: timeOfDay.nullable().meta({ description: 'HH:MM in the school’s time zone.' }),
  minutes: whole(1, 600).nullable(),
  staffIds: z.array(id).max(20).meta({ description: 'People of the school who took part.' }),
  others: z.array(line(120)).max(20).meta({ description: 'Who else took part, by name.' }),
  topics: z.array(z.enum(d.meetingTopics)).max(d.meetingTopics.length),
  note: prose(longestNote).nullable(),
  restricted: z.boolean().meta({ description: 'The text is for people with the right to wellbeing; that there is one is not hidden.' }),
  nextStep: line(300).nullable(),
  nextOn: day.nullable(),
  advised: z.array(advisedSchema).max(20),
};
const unique = <T>(items: readonly T[]) => new Set(items).size === items.length;
const meetingRules = <T extends z.ZodType<{ nextStep: string | null; nextOn: d.Day | null; advised: Advised[] }>>(schema: T) =>
  schema
    .refine(({ nextStep, nextOn }) => nextStep === null || nextOn !== null, nextStepNeedsDay)
    .refine(({ nextStep, nextOn }) => nextOn === null || nextStep !== null, { error: 'is needed: what is to be done', path: ['nextStep'] })
    .refine(({ advised }) => unique(advised.map(({ intervention }) => intervention)), {
      error: 'names one thing twice',
      path: ['advised'],
    });

/** A meeting to log. */
export const meetingWriteSchema = meetingRules(z.strictObject(meetingFields));
export type MeetingWrite = z.infer<typeof meetingWriteSchema>;

/** A correction: the meeting as it should read, over the version in If-Match. */
export const meetingCorrectionSchema = meetingRules(z.strictObject({ ...meetingFields, reason: line(500).nullable() }));
export type MeetingCorrection = z.infer<typeof meetingCorrectionSchema>;

/** The same meeting for many applicants. */
export const meetingForManySchema = z.strictObject({ applicantIds: z.array(id).min(1).max(mostAtOnce), meeting: meetingWriteSchema });
export type MeetingForMany = z.infer<typeof meetingForManySchema>;

/** What became of the same thing done for many, each by itself. */
export const bulkResultSchema = z.strictObject({
  done: z.int(),
  rows: z.array(
    z.strictObject({
      applicantId: z.int(),
      outcome: z.enum(['done', 'not-found']).meta({ description: '`not-found` is also said of somebody outside the reader’s scope.' }),
      id: z.int().nullable().meta({ description: 'What was made.' }),
    }),
  ),
});
export type BulkResult = z.infer<typeof bulkResultSchema>;

export const withdrawSchema = z.strictObject({ reason: line(500) });

/** What is being typed of a meeting: anything may be missing or half written. */
export const meetingDraftSchema = z.strictObject({
  state: z.enum(d.writableMeetingStates).optional(),
  kind: z.enum(d.meetingKinds).optional(),
  on: day.optional(),
  at: z.string().max(5).optional(),
  minutes: z.int().min(0).max(10_000).nullable().optional(),
  staffIds: z.array(id).max(20).optional(),
  others: z.string().max(2_500).optional(),
  topics: z.array(z.enum(d.meetingTopics)).max(d.meetingTopics.length).optional(),
  note: z.string().max(longestNote).optional(),
  restricted: z.boolean().optional(),
  nextStep: z.string().max(300).optional(),
  nextOn: day.nullable().optional(),
  advised: z
    .array(
      z.strictObject({
        intervention: z.enum(d.interventionCodes),
        answer: z.enum(d.interventionAnswers),
        why: z.string().max(500),
        target: z.string().max(40),
        dueOn: day.nullable(),
      }),
    )
    .max(20)
    .optional(),
});
export type MeetingDraft = z.infer<typeof meetingDraftSchema>;

export const savedDraftSchema = z.strictObject({
  draft: z.strictObject({ content: meetingDraftSchema, savedAt: z.string() }).nullable(),
});
export type SavedDraft = z.infer<typeof savedDraftSchema>;

/** A meeting as it is shown. Of a restricted one the texts are null; who has the right asks for them. */
export const meetingSchema = z.strictObject({
  id: z.int(),
  applicantId: z.int(),
  state: z.enum(d.meetingStates),
  kind: z.enum(d.meetingKinds),
  on: day,
  at: z.string().nullable(),
  minutes: z.int().nullable(),
  with: z.enum(d.metWith),
  staff: z.array(colleague),
  others: z.array(z.string()),
  topics: z.array(z.enum(d.meetingTopics)),
  note: z.string().nullable(),
  restricted: z.boolean(),
  hasNote: z.boolean(),
  nextStep: z.string().nullable(),
  nextOn: day.nullable(),
  taskId: z.int().nullable(),
  advised: z.array(advisedSchema),
  author: colleague,
  withdrawnReason: z.string().nullable(),
  version: z.int().meta({ description: 'Goes back in If-Match on a correction.' }),
  createdAt: z.string(),
  changedAt: z.string(),
  changedBy: z.string(),
});
export type Meeting = z.infer<typeof meetingSchema>;

/** Every version of a meeting with its texts, the newest first; reading restricted ones is logged. */
export const meetingRevisionSchema = z.strictObject({
  version: z.int(),
  by: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
  content: meetingSchema.pick({
    state: true,
    kind: true,
    on: true,
    at: true,
    minutes: true,
    with: true,
    staff: true,
    others: true,
    topics: true,
    note: true,
    restricted: true,
    nextStep: true,
    nextOn: true,
    advised: true,
  }),
});
export type MeetingRevision = z.infer<typeof meetingRevisionSchema>;

/** A meeting in a list, with whose it is. */
export const listedMeetingSchema = meetingSchema.extend({ applicant: z.string() });
export type ListedMeeting = z.infer<typeof listedMeetingSchema>;

export const meetingFilterSchema = z.strictObject({
  applicantId: id.optional(),
  mine: z.boolean().optional().meta({ description: 'Those the reader wrote down or takes part in.' }),
  state: z.array(z.enum(d.meetingStates)).max(4).optional().meta({ description: 'All but withdrawn ones when absent.' }),
  from: day.optional(),
  to: day.optional(),
});
export const meetingListQuery = listQuery(['on'] as const, meetingFilterSchema, ['on', 'DESC']);
