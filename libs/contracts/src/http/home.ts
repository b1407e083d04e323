import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, season, specialty } from '../record/scalars.js';
import { applicantRowSchema } from './applicant.js';
import { deliveryTallySchema, mailHoldSchema, mailTroubleSchema } from './delivery.js';
import { heldBySchema, runSchema } from './run.js';
import { overdueSlotSchema } from './schedule.js';
import { backupTroubleSchema } from './system.js';

const levelCounts = z.record(z.enum(d.riskLevels), z.int());

/** The query of the home page; without a season it shows the one people work on. */
export const homeQuery = z.strictObject({
  season: z
    .string()
    .regex(/^\d{4}$/, { error: 'must be a year' })
    .transform(Number)
    .pipe(season)
    .optional(),
});

/** The dean's first page for one season, in one request. Every number is the length of a list that the filters of the applicants list can show. */
export const homeSchema = z.strictObject({
  season: z.int(),
  seasons: z.array(z.strictObject({ season: z.int(), applicants: z.int() })),
  total: z.int(),
  levels: levelCounts,
  byType: z.array(z.strictObject({ applicantType: z.enum(d.applicantTypes), levels: levelCounts })),
  bySpecialty: z
    .array(z.strictObject({ specialty: specialty.nullable(), levels: levelCounts }))
    .meta({ description: 'Largest first; null is undecided.' }),
  trend: z
    .array(z.strictObject({ on: day, levels: levelCounts }))
    .meta({ description: 'Levels at the last published run of each of the last twelve weeks, oldest first.' }),
  since: day
    .nullable()
    .meta({ description: 'The as-of day of the run that changes are counted against: the last one before the current week’s.' }),
  changes: z.strictObject({ new: z.int(), worse: z.int(), better: z.int() }),
  changed: z
    .array(
      z.strictObject({
        direction: z.enum(['new', 'worse', 'better']),
        from: z.enum(d.riskLevels).nullable(),
        to: z.enum(d.riskLevels),
        applicant: applicantRowSchema,
      }),
    )
    .meta({ description: 'The most serious first, at most twelve.' }),
  needs: z.strictObject({
    highRisk: z.int(),
    atRisk: z.int(),
    atRiskWithoutAdvisor: z.int(),
    notAssessable: z.int(),
    noSpecialty: z.int(),
    stale: z.int(),
    staleSince: day,
    challengesOverdue: z.int().meta({ description: 'Challenges of the season whose last day has passed, among those open to the reader.' }),
  }),
  responses: z.strictObject({
    reviews: z
      .strictObject({ all: z.int(), mine: z.int() })
      .nullable()
      .meta({ description: 'Applicants in the review queue; null for whoever reviews nobody.' }),
    unreviewed: z.int().meta({ description: 'Applicants with a flag that has waited too long for a review: `care.unreviewed`.' }),
    unmet: z.int().meta({ description: 'Applicants whom nobody has met in time: `care.no-meeting`.' }),
    withoutPlan: z.int().meta({ description: 'Applicants without a plan in time: `care.no-plan`.' }),
    overdue: z.int().meta({ description: 'Applicants with tasks that are late: `care.overdue-task`.' }),
  }),
  first: z.array(applicantRowSchema).meta({
    description:
      'Who needs a person first: high risk before at risk, longest at that level first, without an advisor before with one; at most eight.',
  }),
  lastRun: runSchema.nullable(),
  liveRun: runSchema.nullable(),
  heldRuns: z.array(z.strictObject({ id: z.int(), asOf: day, held: z.array(heldBySchema) })).meta({
    description: 'Runs of the season that wait for a person, newest first.',
  }),
  overdue: z
    .array(overdueSlotSchema.extend({ kind: z.enum(d.scheduleKinds) }))
    .meta({ description: 'What should have been done by itself and is not.' }),
  mail: z
    .strictObject({
      server: z.boolean().meta({ description: 'Whether a mail server is configured.' }),
      held: mailHoldSchema.nullable(),
      trouble: mailTroubleSchema,
      lastReport: deliveryTallySchema.nullable().meta({ description: 'The mail of the last weekly report.' }),
    })
    .nullable()
    .meta({ description: 'How the mail of reports stands; null for whoever does not look after it.' }),
  backup: backupTroubleSchema.nullable().meta({ description: 'What is wrong with backups, for whoever looks after the installation.' }),
  nextRuns: z.array(z.strictObject({ kind: z.enum(d.runKinds), at: z.string() })),
  dataAsOf: z.string().nullable().meta({ description: 'When the last published run of the season was published.' }),
});
export type Home = z.infer<typeof homeSchema>;
