import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, line, season } from '../record/scalars.js';

/** A span of days that evidence is asked for; the year up to today unless told. */
const span = { from: day.optional(), to: day.optional() };

/** The query of the evidence on advising; without a season it is the one people work on. */
export const evidenceQuery = z.strictObject({ season: z.coerce.number().pipe(season).optional(), ...span });
export const evidenceExportSchema = z.strictObject({
  season: season.optional(),
  ...span,
  reason: line(500).meta({ description: 'Why it is exported; kept in the audit.' }),
});

const count = z.int().nullable();

/** A table of counts. What fewer people than `smallest` stand behind, and what would give such a count away, is null. */
const table = z.strictObject({
  table: z.enum(d.advisingTables),
  columns: z.array(z.string()).meta({ description: 'What each column counts, as a code.' }),
  rows: z.array(
    z.strictObject({
      row: z.string().meta({ description: 'What the row is about: a code, a month, or the name of a colleague.' }),
      cells: z.array(count),
      total: count.meta({ description: 'Of a row whose cells add up; null where they do not, or it is held back.' }),
    }),
  ),
});

/** Who was seen, how often, by whom and when, in counts that tell of nobody. */
export const advisingEvidenceSchema = z.strictObject({
  season: z.int().nullable().meta({ description: 'Null when there is nobody yet.' }),
  from: day,
  to: day,
  smallest: z.int().meta({ description: 'Fewer people than this are not told by number.' }),
  applicants: z.int().meta({ description: 'Of the season.' }),
  meetings: z.int().meta({ description: 'Held in the span, with any of them.' }),
  met: count.meta({ description: 'How many applicants were met at least once.' }),
  graders: z.strictObject({
    relations: z.int().meta({
      description: 'How many relations say that somebody grades or promotes an applicant; each closes advising matters to that person.',
    }),
    meetings: z.int().meta({ description: 'Meetings that somebody took part in who graded or promoted the applicant on that day.' }),
  }),
  tables: z.array(table),
});
export type AdvisingEvidence = z.infer<typeof advisingEvidenceSchema>;
