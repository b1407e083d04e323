import { readCell } from './cell.js';
import type { CsvColumn } from './column.js';

/** What a row says about one applicant (or program, whose code then stands in `externalId`), in the terms of its file. */
export interface RowFacts {
  readonly externalId: string;
  /** Facts by column name; null says that there is none (or, for a list, `[]`). */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Column names whose facts are no longer known. */
  readonly unknown: readonly string[];
  /** The row of a list that says there are none. */
  readonly none: boolean;
}

export interface CellProblem {
  readonly column: string | null;
  readonly reason: string;
}

/** Reads one row by the columns of its header. `list` tells a file of list items, where a lone `none` says that the list is empty; `key` the column that says whom a row is about. */
export function readRow(
  columns: readonly (CsvColumn | null)[],
  cells: readonly string[],
  list: boolean,
  key = 'externalId',
): { externalId: string | null; row: RowFacts | null; problems: CellProblem[] } {
  const problems: CellProblem[] = [];
  if (cells.length !== columns.length)
    problems.push({ column: null, reason: `has ${cells.length} cells where the header has ${columns.length}` });
  const facts: Record<string, unknown> = {};
  const unknown: string[] = [];
  let externalId: string | null = null;
  const said: string[] = [];
  columns.forEach((column, i) => {
    const raw = cells[i];
    if (column === null || raw === undefined) return;
    if (raw.length > maximumCellLength) {
      problems.push({ column: column.name, reason: `holds more than ${maximumCellLength} characters` });
      return;
    }
    if (column.name !== key && raw.trim() !== '') said.push(raw.trim().toLowerCase());
    const cell = readCell(column, raw);
    if (cell.says === 'nonsense') problems.push({ column: column.name, reason: cell.reason });
    else if (cell.says === 'unknown') unknown.push(column.name);
    else if (cell.says === 'none') facts[column.name] = column.kind === 'backups' ? [] : null;
    else if (cell.says === 'value') {
      if (column.name === key) externalId = String(cell.value);
      else facts[column.name] = cell.value;
    }
  });
  if (externalId === null) problems.unshift({ column: key, reason: 'is empty' });
  const none = list && said.length === 1 && said[0] === 'none';
  if (none && externalId !== null && cells.length === columns.length)
    return { externalId, row: { externalId, facts: {}, unknown: [], none }, problems: [] };
  return { externalId, row: externalId === null || problems.length > 0 ? null : { externalId, facts, unknown, none: false }, problems };
}

/** Longest cell that is read. */
export const maximumCellLength = 4_000;
