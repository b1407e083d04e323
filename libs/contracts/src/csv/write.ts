import { type ApplicantRecord, type Program, programFactNames } from '@matchwatch/domain';
import { type ImportFile, importFiles } from '../http/import.js';
import { writeCell } from './cell.js';
import type { CsvColumn } from './column.js';
import { csvFiles } from './files.js';
import { neutralise } from './neutralise.js';

const lineEnd = '\r\n';
const special = /[",;\t\r\n]|^\s|\s$/;

/** A line of CSV; the cells are taken as they are, so neutralise texts first. */
export const csvLine = (cells: readonly string[]): string =>
  cells.map((cell) => (special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',') + lineEnd;

/** A line of CSV that no spreadsheet runs anything of, whatever people wrote into its texts. */
export const csvTextLine = (cells: readonly string[]): string => csvLine(cells.map(neutralise));

/** The header line of a file. */
export const csvHeader = (file: ImportFile): string => csvLine(csvFiles[file].columns.map(({ name }) => name));

/** The lines of one record in one file: none for a list that is not known, one saying `none` for an empty list. */
export function csvRows(file: ImportFile, record: ApplicantRecord): string {
  const { list, columns } = csvFiles[file];
  if (file === 'program-table') return '';
  if (list === null) {
    if (file === 'outcomes' && record.match?.outcome === undefined) return '';
    return csvLine(columns.map((column) => writeCell(column, factAt(record, column))));
  }
  const items = record[list];
  if (items === undefined) return '';
  const id = writeCell(columns[0] as CsvColumn, record.externalId);
  if (items.length === 0) return csvLine([id, 'none', ...columns.slice(2).map(() => '')]);
  return items.map((item) => csvLine([id, ...columns.slice(1).map((column) => writeCell(column, factAt(item, column)))])).join('');
}

/** The lines of one program in the table of programs: one for each source and day, the oldest first; read back they give the same program. */
export function csvProgramRows(program: Program): string {
  const { columns } = csvFiles['program-table'];
  const { facts, ...identity } = program;
  const looks = new Map<string, Record<string, unknown>>();
  for (const name of programFactNames) {
    const fact = facts[name];
    if (fact === undefined) continue;
    const { source, note, checkedOn } = fact;
    const at = [checkedOn, source, note ?? ''].join('\n');
    const look = looks.get(at) ?? { ...identity, source, note, checkedOn };
    looks.set(at, { ...look, [name]: fact.value });
  }
  const rows = looks.size === 0 ? [{ ...identity }] : [...looks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, look]) => look);
  return rows.map((row) => csvLine(columns.map((column) => writeCell(column, factAt(row, column))))).join('');
}

/** The files that tell these records; read back they give the same records. Files without a row are left out, save applicants. */
export function writeCsvFiles(records: Iterable<ApplicantRecord>): Partial<Record<ImportFile, string>> {
  const lines = new Map<ImportFile, string[]>(importFiles.map((file) => [file, []]));
  for (const record of records) for (const file of importFiles) lines.get(file)?.push(csvRows(file, record));
  const files: Partial<Record<ImportFile, string>> = {};
  for (const file of importFiles) {
    const body = lines.get(file)?.join('') ?? '';
    if (body !== '' || file === 'applicants') files[file] = csvHeader(file) + body;
  }
  return files;
}

function factAt(from: object, { path }: CsvColumn): unknown {
  let at: unknown = from;
  for (const key of path) at = at === undefined || at === null ? undefined : (at as Record<string, unknown>)[key];
  return at;
}
