import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, id, line, season, specialty } from '../record/scalars.js';
import { evidenceSchema } from './answer.js';
import { applicantRowSchema } from './applicant.js';
import { listQuery } from './paging.js';
import { reviewSchema } from './review-standing.js';

const note = line(500).optional();

/** What a person decides about flags, by the moves of `reviewTransitions`. */
export const reviewDecisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agree'), note }),
  z.strictObject({ kind: z.literal('disagree'), because: z.enum(d.disagreements), note }),
  z.strictObject({ kind: z.literal('snooze'), until: day, note }),
  z.strictObject({ kind: z.literal('assign'), to: id.nullable(), note }),
  z.strictObject({ kind: z.literal('escalate'), to: id, note }),
  z.strictObject({ kind: z.literal('reopen'), note }),
]) as unknown as z.ZodType<d.ReviewDecision, d.ReviewDecision>;

/** A decision about some flags of one applicant; the revision of the reviews that was looked at goes in `If-Match`. */
export const reviewWriteSchema = z.strictObject({
  decision: reviewDecisionSchema,
  flags: z
    .array(
      z.strictObject({
        id,
        level: z.enum(d.findingLevels).meta({ description: 'The level it was seen at; one that has risen since is refused.' }),
      }),
    )
    .min(1)
    .max(200),
});
export type ReviewWrite = z.infer<typeof reviewWriteSchema>;

/** A flag as it is reviewed. */
export const reviewedFlagSchema = z.strictObject({
  id: z.int(),
  code: z.string(),
  area: z.enum(d.areas),
  level: z.enum(d.findingLevels),
  evidence: evidenceSchema,
  openedOn: day,
  levelSince: day,
  risenOn: day,
  dueOn: day.nullable().meta({ description: 'The first day by which something is to be done about it.' }),
  since: day.nullable().meta({ description: 'Since when it waits for a person; null where it does not.' }),
  review: reviewSchema.nullable(),
});
export type ReviewedFlag = z.infer<typeof reviewedFlagSchema>;

/** The open flags of an applicant with their reviews, and the revision a decision is to be based on. */
export const applicantReviewsSchema = z.strictObject({
  applicantId: z.int(),
  revision: z.int(),
  flags: z.array(reviewedFlagSchema),
});
export type ApplicantReviews = z.infer<typeof applicantReviewsSchema>;

/** One decision of an applicant's history. */
export const reviewEventSchema = z.strictObject({
  id: z.int(),
  flagId: z.int(),
  code: z.string(),
  decision: z.enum(d.reviewDecisionKinds),
  state: z.enum(d.reviewStates),
  level: z.enum(d.findingLevels),
  on: day,
  until: day.nullable(),
  assignedTo: z.string().nullable(),
  because: z.enum(d.disagreements).nullable(),
  note: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
export type ReviewEvent = z.infer<typeof reviewEventSchema>;

/** Somebody who may review an applicant's flags. */
export const reviewerSchema = z.strictObject({ id: z.int(), name: z.string(), role: z.enum(d.roles), because: z.enum(d.becauses) });
export type Reviewer = z.infer<typeof reviewerSchema>;

/** An applicant in the review queue: what waits, and what makes it urgent. */
export const queuedApplicantSchema = z.strictObject({
  id: z.int(),
  revision: z.int(),
  applicant: applicantRowSchema,
  urgency: z.strictObject({
    total: z.number(),
    level: z.number(),
    nearness: z.number(),
    age: z.number(),
  }),
  level: z.enum(d.findingLevels).meta({ description: 'The highest level among the flags that wait.' }),
  dueOn: day.nullable().meta({
    description: 'The nearest day that matters: the first by which something is due for these flags, else the next line of the season.',
  }),
  dueFrom: z.enum(['advice', ...d.queueSeasonMarks]).nullable(),
  since: day.meta({ description: 'Since when the first of them waits.' }),
  flags: z.array(reviewedFlagSchema),
});
export type QueuedApplicant = z.infer<typeof queuedApplicantSchema>;

export const queueFilterSchema = z.strictObject({
  season: season.optional(),
  mine: z.boolean().optional().meta({ description: 'Assigned to the reader, or to nobody while the reader advises the applicant.' }),
  unassigned: z.boolean().optional().meta({ description: 'Assigned to nobody, and nobody advises the applicant.' }),
  escalatedToMe: z.boolean().optional(),
  specialty: z.array(specialty).max(30).optional(),
  level: z.enum(['act', 'urgent']).optional().meta({ description: 'Lowest level of a waiting flag.' }),
  advisor: line(254).optional(),
});
export type QueueFilter = z.infer<typeof queueFilterSchema>;
export const queueListQuery = listQuery(['urgency'] as const, queueFilterSchema, ['urgency', 'DESC']);
export const queueCountsQuery = listQuery(['urgency'] as const, queueFilterSchema, ['urgency', 'DESC']).pick({ filter: true });

/** How many applicants each view of the queue shows. */
export const queueCountsSchema = z.strictObject({
  season: z.int(),
  all: z.int(),
  urgent: z.int(),
  mine: z.int(),
  unassigned: z.int(),
  escalatedToMe: z.int(),
  flags: z.int().meta({ description: 'Flags that wait, in all.' }),
});
export type QueueCounts = z.infer<typeof queueCountsSchema>;

/** A verdict on a flag, for whoever judges the number behind it. */
export const verdictSchema = z.strictObject({
  id: z.int().meta({ description: 'The flag.' }),
  applicantId: z.int(),
  applicant: z.string(),
  season: z.int(),
  code: z.string(),
  level: z.enum(d.findingLevels),
  state: z.enum(d.reviewStates),
  on: day,
  because: z.enum(d.disagreements).nullable(),
  note: z.string().nullable(),
  by: z.string(),
});
export type Verdict = z.infer<typeof verdictSchema>;

export const verdictFilterSchema = z.strictObject({
  key: line(120).optional().meta({ description: 'A key of the policy: verdicts on the flags of the rules that use it.' }),
  rule: z.array(line(80)).max(100).optional(),
  state: z.enum(['agreed', 'disagreed']).optional(),
});
export type VerdictFilter = z.infer<typeof verdictFilterSchema>;
export const verdictListQuery = listQuery(['on'] as const, verdictFilterSchema, ['on', 'DESC']);
