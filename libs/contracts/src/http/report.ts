import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, id, line, season, specialty } from '../record/scalars.js';
import { evidenceSchema } from './answer.js';
import { listQuery } from './paging.js';

const level = z.enum(d.riskLevels);
const levelCounts = z.record(level, z.int());

const reportPersonSchema = z.strictObject({
  applicantId: z.int(),
  from: level.nullable(),
  to: level.nullable(),
  reasons: z.array(z.strictObject({ code: z.string(), level: z.enum(d.findingLevels), evidence: evidenceSchema })),
  missing: z.array(z.string()),
});
const reportListSchema = z.strictObject({ applicants: z.int(), people: z.array(reportPersonSchema) });
const movesSchema = z.strictObject({ before: z.int(), opened: z.int(), closed: z.int(), open: z.int() });
const dueSchema = z.strictObject({ tasks: z.int(), applicants: z.int() });
const aheadSchema = z.strictObject({ within14: z.int(), within28: z.int() });
const breakdownOf = <Key extends z.ZodType>(key: Key) =>
  z.array(
    z.strictObject({
      key: z.union([key, z.literal('other')]).nullable(),
      total: z.int().nullable(),
      levels: z.strictObject({ needs: z.int().nullable(), watch: z.int().nullable(), rest: z.int().nullable() }),
    }),
  );

/** The weekly cohort report as data, as it was frozen. */
export const weeklyReportSchema = z.strictObject({
  kind: z.literal('weekly'),
  format: z.literal(1),
  school: z.string(),
  season: z.int(),
  scope: z.strictObject({
    view: z.strictObject({ id: z.int(), name: z.string() }).nullable(),
    person: z.strictObject({ id: z.int(), name: z.string() }).nullable(),
  }),
  period: day,
  asOf: day,
  since: day.nullable(),
  total: z.int(),
  levels: z.strictObject({ opening: levelCounts, closing: levelCounts, unassessed: z.int() }),
  flow: z.array(z.strictObject({ from: level.nullable(), to: level.nullable(), applicants: z.int() })),
  changes: z.strictObject({ new: reportListSchema, worse: reportListSchema, better: reportListSchema, cleared: reportListSchema }),
  flags: movesSchema.extend({ raised: z.int(), lowered: z.int() }),
  rules: z.array(movesSchema.extend({ code: z.string() })),
  notAssessable: reportListSchema.extend({ missing: z.array(z.strictObject({ path: z.string(), applicants: z.int() })) }),
  reviews: z.strictObject({ applicants: z.int(), flags: z.int() }),
  gaps: z.record(z.enum(d.reportGaps), reportListSchema),
  tasks: z.strictObject({ overdue: dueSchema, within14: dueSchema, within28: dueSchema }),
  meetings: aheadSchema,
  exams: aheadSchema.extend({
    byExam: z.array(aheadSchema.extend({ exam: z.enum(d.examNames) })),
    booked: z.array(z.strictObject({ applicantId: z.int(), exam: z.enum(d.examNames), on: day })),
  }),
  milestones: z.array(z.strictObject({ mark: z.string(), on: day })),
  caseload: z.array(
    z.strictObject({
      advisor: z.string().nullable(),
      name: z.string().nullable(),
      target: z.int().nullable(),
      applicants: z.int(),
      highRisk: z.int(),
      atRisk: z.int(),
      overdue: z.int(),
    }),
  ),
  breakdown: z
    .strictObject({ type: breakdownOf(z.enum(d.applicantTypes)), specialty: breakdownOf(specialty) })
    .meta({ description: 'Null is a number that is held back: few are behind it, or behind what it would tell.' }),
  runs: z.array(
    z.strictObject({
      id: z.int(),
      kind: z.enum(d.runKinds),
      asOf: day,
      state: z.enum(d.runStates),
      outcome: z.enum(d.runOutcomes).nullable(),
      population: z.int(),
      assessed: z.int(),
      failed: z.int(),
    }),
  ),
  data: z.strictObject({ publishedAt: z.string(), changed: z.int(), stale: z.int() }),
  wellbeing: reportListSchema.optional().meta({ description: 'Only for readers with the right to wellbeing.' }),
}) satisfies z.ZodType<d.WeeklyReport>;

/** One edition in the archive. */
export const reportEditionSchema = z.strictObject({
  id: z.int(),
  kind: z.enum(d.reportKinds),
  season: z.int(),
  view: z.strictObject({ id: z.int(), name: z.string() }).nullable(),
  person: z
    .strictObject({ id: z.int(), name: z.string() })
    .nullable()
    .meta({ description: 'Whose applicants it is about; null for the whole school.' }),
  period: day.meta({ description: 'The Monday of the week it is for.' }),
  no: z.int().meta({ description: '1 for the first edition of a period; a correction has the next number.' }),
  stands: z.boolean().meta({ description: 'False once a correction has taken its place.' }),
  asOf: day,
  since: day.nullable(),
  runId: z.int(),
  digest: z.string(),
  reason: z.string().nullable().meta({ description: 'Why it corrects the edition before.' }),
  madeBy: z.string().nullable().meta({ description: 'Null where the product made it by itself.' }),
  madeAt: z.string(),
  total: z.int(),
  levels: z.strictObject({ opening: levelCounts, closing: levelCounts, unassessed: z.int() }),
  changes: z.strictObject({ new: z.int(), worse: z.int(), better: z.int(), cleared: z.int() }),
});
export type ReportEdition = z.infer<typeof reportEditionSchema>;

/** An edition with its document and the names the reader may know. */
export const reportEditionDetailSchema = reportEditionSchema.extend({
  document: weeklyReportSchema,
  names: z
    .array(z.strictObject({ id: z.int(), name: z.string() }))
    .meta({ description: 'Of the applicants it lists those who are open to the reader now; the others have no name.' }),
});
export type ReportEditionDetail = z.infer<typeof reportEditionDetailSchema>;

export const reportSorts = ['period'] as const;
export const reportFilterSchema = z.strictObject({ season: season.optional() });
export const reportListQuery = listQuery(reportSorts, reportFilterSchema, ['period', 'DESC']);

/** Asks for this week’s report of a season; with a correction for another edition of it. */
export const reportRequestSchema = z.strictObject({
  season,
  view: id.optional().meta({ description: 'Only the applicants in this saved view, for you alone.' }),
  correction: line(300).optional().meta({ description: 'Why another edition is made of a week that has one.' }),
});
export type ReportRequest = z.infer<typeof reportRequestSchema>;

export const reportFormats = ['pdf', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Asks for an edition as a file. */
export const reportDownloadSchema = z
  .strictObject({
    format: z.enum(reportFormats),
    reason: line(300).optional().meta({ description: 'What for; a file of names in columns needs it, and the audit keeps it.' }),
  })
  .refine(({ format, reason }) => format !== 'csv' || reason !== undefined, { error: 'is needed for this format', path: ['reason'] });
export type ReportDownload = z.infer<typeof reportDownloadSchema>;

/** An edition as a mail would say it. */
export const reportMailSchema = z.strictObject({ subject: z.string(), html: z.string(), text: z.string() });
export type ReportMail = z.infer<typeof reportMailSchema>;
