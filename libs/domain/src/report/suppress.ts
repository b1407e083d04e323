import { smallestTold } from '../aggregate.js';

/** A table of counts; null is a count that is held back. */
export interface SuppressedTable {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
}

/** A cell as it is worked on: its place, its count and whether it is held back. */
interface Cell {
  readonly count: number;
  held: boolean;
}

/**
 * Holds back counts of fewer people than may be told of, and as many others as it takes so that none can be worked out from what is left:
 * along every line that adds up to something known, what is held back is at least two counts and together at least that many people. The
 * totals of columns and of everything are taken as known. Zero tells of nobody and stays unless it has to hide another.
 */
export function suppress(counts: readonly (readonly number[])[], least: number = smallestTold): SuppressedTable {
  const small = (count: number) => count > 0 && count < least;
  const cells = counts.map((row) => row.map((count): Cell => ({ count, held: small(count) })));
  const totals = counts.map((row): Cell => {
    const count = row.reduce((sum, each) => sum + each, 0);
    return { count, held: small(count) };
  });
  const columns = counts[0]?.map((_, at) => cells.flatMap((row) => row[at] ?? [])) ?? [];
  // A row whose total is held back has one unknown more: the total itself.
  const rows = cells.map((row, at) => [...row, ...(totals[at] ? [totals[at]] : [])]);
  const lines = [...columns, totals, ...rows];
  for (let again = true; again; ) {
    again = false;
    for (const line of lines) again = hideAnother(line, rows.includes(line), least) || again;
  }
  const shown = ({ count, held }: Cell) => (held ? null : count);
  return { cells: cells.map((row) => row.map(shown)), rowTotals: totals.map(shown) };
}

/** Holds back one more count of a line where what is held back could be worked out; false when there is no need, or nothing left to hold back. */
function hideAnother(line: readonly Cell[], endsInTotal: boolean, least: number): boolean {
  const held = line.filter((cell) => cell.held);
  if (held.length === 0) return false;
  // Of a row with its total held back nothing can be taken away from anything known.
  const isOpen = endsInTotal && line.at(-1)?.held === true;
  const people = held.reduce((sum, { count }) => sum + count, 0);
  if (held.length > 1 && (isOpen || people >= least)) return false;
  const parts = endsInTotal ? line.slice(0, -1) : line;
  const next = parts.filter((cell) => !cell.held).sort((a, b) => rank(a) - rank(b))[0];
  if (!next) return false;
  next.held = true;
  return true;
}

/** The smallest count that hides people, before those of nobody. */
const rank = ({ count }: Cell): number => (count === 0 ? Number.MAX_SAFE_INTEGER : count);
