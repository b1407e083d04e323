import type { ImportFile } from '../http/import.js';
import type { CellKind, CsvColumn } from './column.js';
import { csvFiles } from './files.js';
import { csvHeader } from './write.js';

/** A file to fill in, and how. */
export interface CsvTemplate {
  /** `exams.csv` */
  readonly name: string;
  /** The header line. */
  readonly text: string;
  readonly description: string;
  readonly columns: readonly { readonly name: string; readonly required: boolean; readonly description: string }[];
}

const howToWrite: Record<Exclude<CellKind, 'choice'>, string> = {
  text: 'text on one line',
  day: 'a day, YYYY-MM-DD (month/day/year is understood)',
  number: 'a number',
  'yes-no': 'yes or no',
  specialty: 'a specialty by key, name or usual abbreviation, such as internal-medicine or IM',
  backups: 'specialties divided by “|”, each with “:yes” or “:no” when it is known whether it is acceptable',
};

const describe = ({ kind, choices, nullable }: CsvColumn): string =>
  (kind === 'choice' ? choices.join(', ') : howToWrite[kind]) + (nullable ? '; none' : '');

/** The template of one file. */
export function csvTemplate(file: ImportFile): CsvTemplate {
  const { columns, description } = csvFiles[file];
  return {
    name: `${file}.csv`,
    text: csvHeader(file),
    description,
    columns: columns.map((column) => ({ name: column.name, required: column.required, description: describe(column) })),
  };
}
