import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, email, id, line, season, whole } from '../record/scalars.js';
import { applicantFilterSchema } from './applicant.js';

/** The query of the caseload; without a season it shows the one people work on. */
export const caseloadQuery = z.strictObject({
  season: z
    .string()
    .regex(/^\d{4}$/, { error: 'must be a year' })
    .transform(Number)
    .pipe(season)
    .optional(),
});

/** The load of one advisor in a season; of those without an advisor where it is null. */
export const advisorLoadSchema = z.strictObject({
  advisor: z.string().nullable(),
  personId: z.int().nullable().meta({ description: 'Null for an address that belongs to nobody who signs in.' }),
  name: z.string().nullable(),
  target: z.int().nullable(),
  covers: z.array(z.strictObject({ name: z.string(), untilOn: day })).meta({ description: 'Who stands in for them, and until when.' }),
  applicants: z.int(),
  atRisk: z.int().meta({ description: 'At risk or above.' }),
  reviews: z.int().meta({ description: 'Applicants with flags that wait for a review.' }),
  due: z.int().meta({ description: 'Something is due until `dueBy`, today included.' }),
  overdue: z.int(),
  notSeen: z.int().meta({ description: 'Never met, or not since `notSeenSince`.' }),
  meetingsPerWeek: z.number().meta({ description: 'What their levels ask for.' }),
});
export type AdvisorLoad = z.infer<typeof advisorLoadSchema>;

/** Who accompanies whom in a season, and what that asks of them. */
export const caseloadSchema = z.strictObject({
  season: z.int(),
  today: day,
  dueBy: day,
  notSeenSince: day,
  advisors: z
    .array(advisorLoadSchema)
    .meta({ description: 'The largest load of applicants at risk first; those without an advisor last.' }),
  until: z
    .strictObject({ on: day, mark: z.enum(d.queueSeasonMarks) })
    .nullable()
    .meta({ description: 'Where the forecast ends.' }),
  forecast: z.array(z.strictObject({ week: day, meetings: z.number() })),
});
export type Caseload = z.infer<typeof caseloadSchema>;

/** Assigns an advisor to applicants that are named, or to all that a filter finds. */
export const advisorAssignSchema = z
  .strictObject({
    advisor: email.nullable().meta({ description: 'Null takes the advisor away.' }),
    reason: line(500),
    ids: z.array(id).min(1).max(2000).optional(),
    filter: applicantFilterSchema.optional(),
    expected: whole(1, 100_000)
      .optional()
      .meta({ description: 'How many the reader was told they are; refused when they are others by then.' }),
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
    error: 'is needed, or a filter, and not both',
    path: ['ids'],
  });
export type AdvisorAssign = z.infer<typeof advisorAssignSchema>;

/** What became of it, row by row. */
export const advisorAssignedSchema = z.strictObject({
  assigned: z.array(z.int()),
  unchanged: z.array(z.int()),
  refused: z.array(z.strictObject({ id: z.int(), reason: z.string() })),
});
export type AdvisorAssigned = z.infer<typeof advisorAssignedSchema>;

/** Who advised an applicant from which day on, the newest first. */
export const advisorSpanSchema = z.strictObject({
  advisor: z.string().nullable(),
  since: day,
  until: day.nullable(),
  by: z.string(),
  reason: z.string().nullable(),
});
export type AdvisorSpan = z.infer<typeof advisorSpanSchema>;

/** How many applicants somebody is meant to accompany. */
export const caseloadTargetSchema = z.strictObject({ target: z.int().min(0).max(1000).nullable() });
