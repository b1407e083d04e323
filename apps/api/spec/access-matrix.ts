import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Role, roles } from '@matchwatch/domain';

/** One table of the checked-in matrix: what it is about, its columns, and the cells of each row. */
export interface MatrixTable {
  name: string;
  columns: string[];
  rows: Map<string, string[]>;
}

const file = fileURLToPath(new URL('./access-matrix.txt', import.meta.url));

/** The matrix as it is checked in. */
export function readMatrix(): Map<string, MatrixTable> {
  const tables = new Map<string, MatrixTable>();
  let table: MatrixTable | undefined;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue;
    const [head, ...cells] = line.trim().split(/ {2,}/) as [string, ...string[]];
    const [, name] = /^\[(.+)\]$/.exec(head) ?? [];
    if (name !== undefined) {
      if (tables.has(name)) throw new Error(`The matrix has two tables of ${name}`);
      table = { name, columns: cells, rows: new Map() };
      tables.set(name, table);
    } else {
      if (!table || cells.length !== table.columns.length || table.rows.has(head)) throw new Error(`The matrix cannot be read at: ${line}`);
      table.rows.set(head, cells);
    }
  }
  return tables;
}

/** The cells of a table whose rows are roles, one after the other. */
export const cellsOf = ({ columns, rows }: MatrixTable): { role: Role; column: string; expected: string }[] =>
  roles.flatMap((role) => {
    const cells = rows.get(role);
    if (!cells) throw new Error(`The matrix has no row for ${role}`);
    return columns.map((column, at) => ({ role, column, expected: cells[at] as string }));
  });
