import type { ApplicantAction } from '@matchwatch/domain';
import { z } from 'zod';
import { line } from '../record/scalars.js';
import { applicantFilterSchema, applicantSorts } from './applicant.js';
import { auditFilterSchema } from './people.js';

/** Most rows one export holds; more than that is refused and not cut off. */
export const mostExportRows = 50_000;

/** The columns of an export of applicants, each with what a reader must be allowed to do to an applicant to be told it. */
export const exportColumns = {
  externalId: 'applicant.find',
  familyName: 'applicant.find',
  givenName: 'applicant.find',
  preferredName: 'applicant.find',
  season: 'applicant.find',
  applicantType: 'applicant.find',
  primarySpecialty: 'applicant.find',
  step2Score: 'applicant.find',
  advisor: 'applicant.find',
  changedOn: 'applicant.find',
  riskLevel: 'risk.view',
  reasons: 'risk.view',
  missing: 'risk.view',
  category: 'risk.view',
  imgTier: 'risk.view',
  openFlags: 'risk.view',
  levelSince: 'risk.view',
  lastMeetingOn: 'risk.view',
  nextDueOn: 'risk.view',
} as const satisfies Readonly<Record<string, ApplicantAction>>;
export type ExportColumn = keyof typeof exportColumns;
export const exportColumnNames = Object.keys(exportColumns) as [ExportColumn, ...ExportColumn[]];

const bom = z
  .boolean()
  .default(false)
  .meta({ description: 'Begins the file with a byte order mark, which some spreadsheets need to read UTF-8.' });

/** Asks for the applicants that a list shows, as CSV. */
export const applicantExportSchema = z.strictObject({
  filter: applicantFilterSchema.default({}),
  sort: z.tuple([z.enum(applicantSorts), z.enum(['ASC', 'DESC'])]).default(['name', 'ASC']),
  columns: z
    .array(z.enum(exportColumnNames))
    .min(1)
    .max(exportColumnNames.length)
    .refine((columns) => new Set(columns).size === columns.length, { error: 'must name each column once' }),
  reason: line(500),
  bom,
});
export type ApplicantExport = z.input<typeof applicantExportSchema>;

/** Asks for the lines of the audit that fit a filter, as CSV. */
export const auditExportSchema = z.strictObject({ filter: auditFilterSchema.default({}), reason: line(500), bom });
export type AuditExport = z.input<typeof auditExportSchema>;

/** Asks for all that is held about an applicant. */
export const packetRequestSchema = z.strictObject({ reason: line(500) });
