import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { recordSchema } from '../record/record.schema.js';
import { day, id, line, printable, season, specialty } from '../record/scalars.js';
import { answerSchema, evidenceSchema, findingSchema } from './answer.js';
import { challengeSchema } from './challenge.js';
import { listQuery } from './paging.js';
import { reviewSchema } from './review-standing.js';

/** A short reason of a list row: enough to render a chip. */
export const reasonSchema = findingSchema;

/** One row of the applicants list; also one row of the summary table. */
export const applicantRowSchema = z.strictObject({
  id: z.int(),
  externalId: z.string(),
  name: z.strictObject({ given: z.string(), family: z.string(), preferred: z.string().nullable() }),
  season: z.int(),
  applicantType: z.enum(d.applicantTypes),
  riskLevel: z.enum(d.riskLevels).nullable().meta({ description: 'Null until the first run.' }),
  reasons: z.array(reasonSchema).meta({ description: 'The findings that set the level, most serious first, at most four.' }),
  missing: z.array(z.string()).meta({ description: 'Facts that would be needed, when the level is not-assessable.' }),
  primarySpecialty: specialty.nullable(),
  category: z.enum(d.scoreCategories).nullable(),
  imgTier: z.enum(d.imgTiers).nullable(),
  step2Score: z.int().nullable(),
  advisor: z.string().nullable(),
  openFlags: z.strictObject({ urgent: z.int(), act: z.int(), watch: z.int(), note: z.int() }),
  levelSince: day.nullable(),
  lastMeetingOn: day.nullable(),
  nextDueOn: day.nullable(),
  changedOn: day.meta({ description: 'The day anything in the record last changed: its data age.' }),
  trend: z
    .array(z.strictObject({ on: day, level: z.enum(d.riskLevels) }))
    .meta({ description: 'Level changes of the last twelve weeks, oldest first, beginning with the level at their start.' }),
  riskOpen: z.boolean().meta({
    description: 'False where the reader must not know the risk: level, reasons and all that follows from them are empty, not unknown.',
  }),
});
export type ApplicantRow = z.infer<typeof applicantRowSchema>;

/** A row of the list of applicants. */
export const listedApplicantSchema = applicantRowSchema.extend({
  contested: z.int().meta({
    description: 'How much of what is held about them they contest that is not answered yet, as far as it is open to the reader.',
  }),
});
export type ListedApplicant = z.infer<typeof listedApplicantSchema>;

export const applicantSorts = [
  'level',
  'name',
  'externalId',
  'specialty',
  'category',
  'step2Score',
  'advisor',
  'levelSince',
  'lastMeetingOn',
  'nextDueOn',
  'changedOn',
] as const;

/** Most applicants a filter may name one by one. */
export const mostIdsInFilter = 200;

const filterFields = {
  id: z.array(id).max(mostIdsInFilter).optional(),
  q: printable(100).optional(),
  season: season.optional(),
  riskLevel: z.array(z.enum(d.riskLevels)).max(5).optional(),
  applicantType: z.array(z.enum(d.applicantTypes)).max(4).optional(),
  specialty: z.array(specialty).max(30).optional(),
  noSpecialty: z.boolean().optional(),
  category: z.array(z.enum(d.scoreCategories)).max(5).optional(),
  imgTier: z.array(z.enum(d.imgTiers)).max(3).optional(),
  advisor: line(254).optional(),
  noAdvisor: z.boolean().optional(),
  rule: printable(80).optional().meta({ description: 'Code of a rule with an open flag.' }),
  flagLevel: z.enum(d.findingLevels).optional().meta({ description: 'Lowest level of an open flag.' }),
  changedSince: day.optional().meta({ description: 'Level changed after this day, such as the `since` of the home page.' }),
  direction: z
    .enum(['new', 'worse', 'better'])
    .optional()
    .meta({ description: 'Which way the level went since `changedSince`, which it needs; `new` had no level by then.' }),
  dueFrom: day.optional().meta({ description: 'The next thing due is due on this day or later.' }),
  dueBy: day.optional().meta({ description: 'The next thing due is due by this day.' }),
  dueBefore: day.optional().meta({ description: 'The next thing due was due before this day.' }),
  notSeenSince: day.optional().meta({ description: 'Never met, or not since this day.' }),
  staleSince: day.optional().meta({ description: 'Record not changed since this day.' }),
};
const directionNeedsDay = { error: 'needs changedSince', path: ['direction'] };
const directionHasDay = ({ direction, changedSince }: { direction?: unknown; changedSince?: unknown }): boolean =>
  direction === undefined || changedSince !== undefined;

/** Most groups of conditions one filter joins. */
export const mostFilterGroups = 6;

/** One group of conditions inside a filter: all of them hold. */
export const filterGroupSchema = z
  .strictObject(filterFields)
  .refine(directionHasDay, directionNeedsDay)
  .refine((group) => Object.values(group).some((value) => value !== undefined), { error: 'must say something' });
export type FilterGroup = z.infer<typeof filterGroupSchema>;

/** What the applicants list may be filtered by; lists mean "any of". */
export const applicantFilterSchema = z
  .strictObject({
    ...filterFields,
    where: z
      .strictObject({ join: z.enum(d.filterJoins), of: z.array(filterGroupSchema).min(1).max(mostFilterGroups) })
      .optional()
      .meta({ description: 'Groups of conditions, of which any or all must hold beside the rest of the filter.' }),
    inGroup: id.optional().meta({ description: 'In this hand-picked group.' }),
  })
  .refine(directionHasDay, directionNeedsDay);
export type ApplicantFilter = z.infer<typeof applicantFilterSchema>;
export const applicantListQuery = listQuery(applicantSorts, applicantFilterSchema, ['level', 'DESC']);
export type ApplicantListQuery = z.output<typeof applicantListQuery>;

/** The query of the facets: the filter of the list. */
export const applicantFacetsQuery = listQuery(applicantSorts, applicantFilterSchema, ['level', 'DESC']).pick({ filter: true });

/** Counts behind the filters, over the cohort with all other filters applied. */
export const applicantFacetsSchema = z.strictObject({
  riskLevel: z.record(z.string(), z.int()),
  applicantType: z.record(z.string(), z.int()),
  specialty: z.record(z.string(), z.int()),
  category: z.record(z.string(), z.int()),
  imgTier: z.record(z.string(), z.int()),
  rule: z.record(z.string(), z.int()),
});
export type ApplicantFacets = z.infer<typeof applicantFacetsSchema>;

/** An open or closed flag with its history days. */
export const flagSchema = z.strictObject({
  id: z.int(),
  code: z.string(),
  area: z.enum(d.areas),
  level: z.enum(d.findingLevels),
  evidence: evidenceSchema,
  openedOn: day,
  levelSince: day,
  risenOn: day.meta({ description: 'The day it opened or last came up to a higher level.' }),
  dueOn: day.nullable().meta({ description: 'The first day by which something is to be done about it.' }),
  closedOn: day.nullable(),
  review: reviewSchema.nullable(),
});
export type Flag = z.infer<typeof flagSchema>;

export const flagEventSchema = z.strictObject({
  id: z.int(),
  runId: z.int(),
  on: day,
  code: z.string(),
  kind: z.enum(d.flagEventKinds),
  from: z.enum(d.findingLevels).nullable(),
  to: z.enum(d.findingLevels).nullable(),
});

export const levelChangeSchema = z.strictObject({
  runId: z.int(),
  on: day,
  from: z.enum(d.riskLevels).nullable(),
  to: z.enum(d.riskLevels),
});

/** One applicant with everything the page shows, in one request. */
export const applicantDetailSchema = z.strictObject({
  id: z.int(),
  version: z.int().meta({ description: 'Goes back in If-Match on a write.' }),
  record: recordSchema,
  may: z
    .array(z.enum(d.applicantActions))
    .meta({ description: 'What the reader may do to this applicant; without `record.view` the record holds its academic part alone.' }),
  summary: applicantRowSchema,
  answer: answerSchema.nullable(),
  assessed: z
    .strictObject({ runId: z.int(), at: z.string(), recordVersion: z.int(), policy: z.string(), rulesDigest: z.string() })
    .nullable()
    .meta({ description: 'How the standing answer was made, so that it can be made again.' }),
  reassessing: z.boolean().meta({ description: 'True while a run that covers this version has not been published yet.' }),
  flags: z.array(flagSchema).meta({ description: 'Open flags first, then closed ones, newest first.' }),
  reviewRevision: z.int().meta({ description: 'Goes back in If-Match on a decision about flags.' }),
  events: z.array(flagEventSchema),
  levels: z.array(levelChangeSchema),
  challenges: z
    .array(challengeSchema)
    .meta({ description: 'What the applicant says is wrong, to be shown with what it is about; the newest first.' }),
  change: z.strictObject({ by: z.string(), at: z.string(), knownOn: day, reason: z.string().nullable(), source: z.string() }),
});
export type ApplicantDetail = z.infer<typeof applicantDetailSchema>;

/** A write of the whole record; the version it was based on goes in `If-Match`. */
export const recordWriteSchema = z.strictObject({
  record: recordSchema,
  reason: line(500).optional(),
  challengeId: id.optional().meta({ description: 'The challenge of this applicant that the change answers.' }),
});
export type RecordWrite = z.infer<typeof recordWriteSchema>;

/** One version in a record's history, newest first, with what it changed against the one before. */
export const historyEntrySchema = z.strictObject({
  version: z.int(),
  by: z.string(),
  at: z.string(),
  knownOn: day,
  source: z.enum(['screen', 'import', 'api', 'demo']),
  importId: z.int().nullable(),
  reason: z.string().nullable(),
  changes: z.array(z.strictObject({ path: z.string(), before: z.json().optional(), after: z.json().optional() })),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
