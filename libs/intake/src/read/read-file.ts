import { type ImportFile, inputIssues, type RefusedRow } from '@matchwatch/contracts';
import { type CsvColumn, csvFiles, itemSchemaOf, matchHeader, readRow } from '@matchwatch/contracts/csv';
import type { RecordList } from '@matchwatch/domain';
import { decodeText } from './decode-text.js';
import type { ImportLimits } from './limits.js';
import { LineParser, type ParsedLine } from './parse-lines.js';
import { type Line, splitLines } from './split-lines.js';
import { Unreadable } from './unreadable.js';

/** What one row says: the facts of a file of single facts, an item of a list, or that the list is empty. */
export type Said =
  | { readonly facts: Readonly<Record<string, unknown>>; readonly unknown: readonly string[] }
  | { readonly item: unknown }
  | { readonly none: true };

export interface ReadRow {
  readonly row: number;
  /** Whom it is about: the school's id of an applicant, or the code of a program. */
  readonly externalId: string;
  readonly said: Said;
}

/** A part of a file: the rows that can be taken and those that cannot. */
export interface ReadBatch {
  readonly file: ImportFile;
  readonly rows: readonly ReadRow[];
  readonly refused: readonly RefusedRow[];
}

/** What a file held: its rows (without empty ones), and how many of them filled each column. */
export interface FileSummary {
  readonly file: ImportFile;
  rows: number;
  readonly filled: Record<string, number>;
}

/** Reads one file, a batch at a time; the summary is complete when it is over. Throws `Unreadable` when it cannot be read as a whole. */
export async function* readFile(
  summary: FileSummary,
  bytes: AsyncIterable<Uint8Array | string>,
  limits: ImportLimits,
  mapping?: Readonly<Record<string, string | null>>,
): AsyncGenerator<ReadBatch, void, undefined> {
  let reader: RowReader | undefined;
  for await (const batch of splitLines(decodeText(bytes, limits.fileBytes), limits.rowLength)) {
    let lines = batch;
    if (reader === undefined) {
      const at = lines.findIndex(({ text }) => text.trim() !== '');
      if (at < 0) continue;
      reader = new RowReader(summary, lines[at] as Line, limits, mapping);
      lines = lines.slice(at + 1);
    }
    if (lines.length > 0) yield reader.read(lines);
  }
  if (reader === undefined) throw new Unreadable('is empty; the first row must name the columns');
  yield reader.finish();
}

class RowReader {
  readonly #columns: readonly (CsvColumn | null)[];
  readonly #idAt: number;
  readonly #delimiter: string;
  readonly #parser: LineParser;
  readonly #list: RecordList | null;
  readonly #headerNo: number;

  constructor(
    private readonly summary: FileSummary,
    header: Line,
    private readonly limits: ImportLimits,
    mapping?: Readonly<Record<string, string | null>>,
  ) {
    const { file } = summary;
    this.#list = csvFiles[file].list;
    this.#headerNo = header.no;
    this.#delimiter = delimiterOf(header.text);
    this.#parser = new LineParser(this.#delimiter, header.no);
    const [parsed] = header.tooLong ? [] : [...this.#parser.parse([header]), ...this.#parser.finish()];
    if (parsed === undefined || 'refused' in parsed) throw new Unreadable('has a first row that cannot be read as column names');
    const match = matchHeader(file, parsed.cells, mapping);
    if (!match.ok) throw new UnreadableHeader(match.problems);
    this.#columns = match.columns;
    this.#idAt = match.columns.findIndex((column) => column?.name === csvFiles[file].key);
    for (const column of match.columns) if (column !== null) summary.filled[column.name] = 0;
  }

  read(lines: readonly Line[]): ReadBatch {
    return this.#batch(this.#parser.parse(lines));
  }

  finish(): ReadBatch {
    return this.#batch(this.#parser.finish());
  }

  #batch(lines: readonly ParsedLine[]): ReadBatch {
    const { file } = this.summary;
    const rows: ReadRow[] = [];
    const refused: RefusedRow[] = [];
    for (const line of lines) {
      const row = line.no - this.#headerNo;
      if ('refused' in line) {
        if (!line.ended) throw new Unreadable('ends in the middle of a row: the file was cut off', row);
        this.#count(row);
        refused.push({ file, row, column: null, externalId: this.#guessId(line.text), reason: line.refused });
        continue;
      }
      if (line.cells.every((cell) => cell.trim() === '')) continue;
      if (!line.ended && line.cells.length < this.#columns.length)
        throw new Unreadable('ends in the middle of a row: the file was cut off', row);
      this.#count(row);
      this.#row(row, line.cells, rows, refused);
    }
    return { file, rows, refused };
  }

  #count(row: number): void {
    this.summary.rows += 1;
    if (this.summary.rows > this.limits.rows) throw new Unreadable(`has more than ${this.limits.rows} rows`, row);
  }

  #row(row: number, cells: readonly string[], rows: ReadRow[], refused: RefusedRow[]): void {
    const { file } = this.summary;
    const read = readRow(this.#columns, cells, this.#list !== null, csvFiles[file].key);
    const refuse = (column: string | null, reason: string): void => {
      refused.push({ file, row, column, externalId: read.externalId, reason });
    };
    for (const { column, reason } of read.problems) refuse(column, reason);
    if (read.row === null) return;
    const { externalId, facts, unknown, none } = read.row;
    if (none) {
      rows.push({ row, externalId, said: { none: true } });
      return;
    }
    const { key } = csvFiles[file];
    this.summary.filled[key] = (this.summary.filled[key] ?? 0) + 1;
    for (const name of Object.keys(facts)) this.summary.filled[name] = (this.summary.filled[name] ?? 0) + 1;
    if (this.#list === null) {
      rows.push({ row, externalId, said: { facts, unknown } });
      return;
    }
    const item = itemSchemaOf(this.#list).safeParse(facts);
    if (item.success) rows.push({ row, externalId, said: { item: item.data } });
    else
      for (const { path, reason } of inputIssues(item.error)) {
        const missing = path !== '' && !Object.hasOwn(facts, path);
        refuse(path === '' ? null : path, missing && reason.startsWith('Invalid') ? 'is missing' : reason);
      }
  }

  /** Whose row it is, when the id stands before the trouble begins. */
  #guessId(text: string): string | null {
    const cells = text.split(this.#delimiter);
    const id = cells[this.#idAt]?.trim();
    const clean = cells.slice(0, this.#idAt + 1).every((cell) => !cell.includes('"'));
    return clean && id !== undefined && id !== '' && id.length <= 64 ? id : null;
  }
}

/** Thrown when the header of a file is not understood; each problem names a column. */
export class UnreadableHeader extends Unreadable {
  constructor(readonly problems: readonly { readonly column: string | null; readonly reason: string }[]) {
    super('has a header that is not understood');
  }
}

/** Spreadsheets of many countries write semicolons, some programs tabs: whichever the header has most of. */
function delimiterOf(header: string): string {
  const count = (of: string): number => header.split(of).length - 1;
  const [best] = [',', ';', '\t'].sort((a, b) => count(b) - count(a));
  return best ?? ',';
}
