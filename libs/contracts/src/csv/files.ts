import type { RecordList } from '@matchwatch/domain';
import type { z } from 'zod';
import type { ImportFile } from '../http/import.js';
import { programRowSchema } from '../http/program.js';
import { recordSchema } from '../record/record.schema.js';
import { type CsvColumn, columnsOf, itemSchema } from './column.js';

/** One file of an import: its columns, and the list of the record it fills (none for the files of single facts). */
export interface CsvFile {
  readonly file: ImportFile;
  readonly list: RecordList | null;
  /** The column that says whom a row is about; it is always the first. */
  readonly key: 'externalId' | 'code';
  readonly columns: readonly CsvColumn[];
  readonly description: string;
}

const externalId = {
  name: 'externalId',
  path: ['externalId'],
  kind: 'text',
  required: true,
  nullable: false,
  choices: [],
} as const satisfies CsvColumn;
const single = columnsOf(recordSchema);
const outcome = 'match.outcome';

const list = (file: ImportFile, name: RecordList, what: string): CsvFile => ({
  file,
  list: name,
  key: externalId.name,
  columns: [externalId, ...columnsOf(itemSchema(recordSchema, name))],
  description: `${what}, one a row. The rows of an applicant replace what is on file for that applicant in this list; whoever has no row here keeps what is on file. A single row with “none” in the second column says that there are none.`,
});

/** Every file of an import, in the order they are read. */
export const csvFiles: Readonly<Record<ImportFile, CsvFile>> = {
  applicants: {
    file: 'applicants',
    list: null,
    key: 'externalId',
    columns: single.filter(({ name }) => name !== outcome),
    description:
      'One row for each applicant. An empty cell says nothing and leaves what is on file; “?” says that the fact is no longer known. Backup specialties stand in one cell, divided by “|”, each with “:yes” or “:no” when it is known whether the applicant would accept it: “family-medicine:yes|psychiatry:no”; “none” says that there is no backup.',
  },
  exams: list('exams', 'exams', 'Sittings and bookings of licensing examinations'),
  practice: list('practice', 'practice', 'Practice examinations'),
  clerkships: list('clerkships', 'clerkships', 'Clerkships with grade and shelf score'),
  experiences: list('experiences', 'experiences', 'Rotations, research, work and other experiences'),
  letters: list('letters', 'letters', 'Letters of recommendation'),
  scholarly: list('scholarly', 'scholarly', 'Publications, posters and other scholarly work'),
  'red-flags': list('red-flags', 'redFlags', 'Leaves, citations, failed courses and gaps'),
  programs: list('programs', 'programs', 'Programs planned, applied to, interviewed at and ranked'),
  outcomes: {
    file: 'outcomes',
    list: null,
    key: 'externalId',
    columns: [externalId, ...single.filter(({ name }) => name === outcome)],
    description: 'How the Match ended, one row for each applicant. An empty cell says nothing; “none” says that there is no outcome yet.',
  },
  'program-table': {
    file: 'program-table',
    list: null,
    key: 'code',
    columns: columnsOf(programRowSchema),
    description:
      'The school’s table of programs, in an import of its own. One row is one look at one program, from one source on one day; a program may have several. An empty cell says nothing and leaves what is on file, “?” says that the fact is no longer known, and what was checked on a later day stays. Nobody is removed by being left out.',
  },
};

/** The schema of one item of a list. */
export const itemSchemaOf = (name: RecordList): z.ZodType => itemSchema(recordSchema, name) as z.ZodType;
