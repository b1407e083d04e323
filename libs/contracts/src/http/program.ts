import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, id, line, printable, specialty, whole } from '../record/scalars.js';
import { listQuery } from './paging.js';

/** The schema of a fact's value. */
function valueOf(kind: d.ProgramFactKind): z.ZodType {
  switch (kind.kind) {
    case 'yes-no':
      return z.boolean();
    case 'number':
      return whole(kind.low, kind.high);
    case 'choice':
      return z.enum(kind.choices as [string, ...string[]]);
    case 'text':
      return line(kind.longest);
  }
}

/** The schema of each fact's value, by its name. */
export const programFactValues = Object.fromEntries(d.programFactNames.map((name) => [name, valueOf(d.programFacts[name])])) as Record<
  d.ProgramFactName,
  z.ZodType
>;

const source = z.enum(d.programSources);
const note = line(300);

/** What is known about a program: each value with its source and the day it was checked. */
export const programFactsSchema = z.strictObject(
  Object.fromEntries(
    d.programFactNames.map((name) => [
      name,
      z.strictObject({ value: programFactValues[name], source, note: note.optional(), checkedOn: day }).optional(),
    ]),
  ),
) as unknown as z.ZodType<d.ProgramFacts, d.ProgramFacts>;

const identity = {
  name: line(200),
  specialty,
  track: z.enum(d.programTracks).optional(),
  institution: line(200).optional(),
  city: line(100).optional(),
  state: line(40).optional(),
};

export const programCode = line(40);

/** A program as it is kept. */
export const tableProgramSchema = z.strictObject({ code: programCode, ...identity, facts: programFactsSchema });

/** A row of `program-table.csv`: one look at one program, from one source on one day. */
export const programRowSchema = z.strictObject({
  code: programCode,
  ...identity,
  source: source.optional(),
  note: note.optional(),
  checkedOn: day.optional(),
  ...(Object.fromEntries(d.programFactNames.map((name) => [name, programFactValues[name].optional()])) as Record<
    d.ProgramFactName,
    z.ZodOptional<z.ZodType>
  >),
});

/** A program of the list. */
export const listedProgramSchema = z.strictObject({
  id: z.int(),
  ...identity,
  code: z.string(),
  facts: programFactsSchema,
  known: z.int().meta({ description: 'How many facts are known.' }),
  stale: z.int().meta({ description: 'How many of them were checked before the season opened.' }),
  checkedOn: day.nullable().meta({ description: 'The oldest day of a fact.' }),
  advocacies: z.int().meta({ description: 'How often somebody spoke to it for an applicant.' }),
  version: z.int(),
});
export type ListedProgram = z.infer<typeof listedProgramSchema>;

/** A version of a program, as its history shows it. */
export const programVersionSchema = z.strictObject({
  version: z.int(),
  by: z.string(),
  at: z.string(),
  source: z.enum(['screen', 'import', 'demo']),
  importId: z.int().nullable(),
  changes: z.array(z.string()).meta({ description: 'What differs from the version before: `name`, `facts.sponsorsJ1`.' }),
});
export type ProgramVersion = z.infer<typeof programVersionSchema>;

/** Writes a program whole; what its history holds stays. */
export const programWriteSchema = z.strictObject({ ...identity, facts: programFactsSchema });
export type ProgramWrite = z.infer<typeof programWriteSchema>;
export const programAddSchema = tableProgramSchema;
export type ProgramAdd = z.infer<typeof programAddSchema>;

export const programSorts = ['name', 'state', 'checkedOn', 'id'] as const;

const askable = d.programFactNames.filter((name) => d.programFacts[name].kind === 'yes-no') as [d.ProgramFactName, ...d.ProgramFactName[]];

export const programFilterSchema = z.strictObject({
  q: printable(100).optional().meta({ description: 'Words of the name, institution, city, state or code.' }),
  id: z.array(id).max(200).optional(),
  specialty: z.array(specialty).max(30).optional(),
  state: z.array(line(40)).max(60).optional(),
  yes: z.array(z.enum(askable)).max(askable.length).optional().meta({ description: 'Facts that are known to be so.' }),
  stale: z.boolean().optional().meta({ description: 'Some fact was checked before the season opened.' }),
});
export type ProgramFilter = z.infer<typeof programFilterSchema>;
export const programListQuery = listQuery(programSorts, programFilterSchema, ['name', 'ASC']);

const auditReasonSchema = z.strictObject({
  question: z.enum(d.auditQuestions),
  standing: z.enum(d.auditStandings),
  fact: z.enum(d.programFactNames as [d.ProgramFactName, ...d.ProgramFactName[]]),
  value: z.union([z.boolean(), z.number(), z.string()]),
  own: z
    .union([z.boolean(), z.number(), z.string()])
    .nullable()
    .meta({ description: 'The applicant’s own fact; null where it is not known.' }),
  source,
  note: z.string().nullable(),
  checkedOn: day,
  stale: z.boolean(),
});

/** An applicant's list held against the table. */
export const listAuditSchema = z.strictObject({
  seasonOpens: day.nullable(),
  programs: z
    .array(
      z.strictObject({
        program: z.string(),
        specialty: specialty.nullable(),
        status: z.enum(d.programStatuses).nullable(),
        programId: z.int().nullable(),
        settled: z.boolean(),
        reasons: z.array(auditReasonSchema),
        unknown: z.array(z.enum(d.programFactNames as [d.ProgramFactName, ...d.ProgramFactName[]])),
      }),
    )
    .nullable()
    .meta({ description: 'In the order of the list; null while the list is unknown.' }),
});
