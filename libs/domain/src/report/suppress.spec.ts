import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppress } from './suppress.js';

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe('holding back what tells of few', () => {
  it('leaves a table alone in which nobody is few', () => {
    const counts = [
      [12, 0, 30],
      [10, 15, 0],
    ];
    expect(suppress(counts)).toEqual({ cells: counts, rowTotals: [42, 25] });
  });

  it('holds back another count of the line, so that the total does not tell the first', () => {
    const { cells, rowTotals } = suppress([
      [4, 20, 30],
      [40, 25, 60],
    ]);
    expect(rowTotals).toEqual([54, 125]);
    expect(cells[0]?.[0]).toBeNull();
    expect(cells[0]?.filter((cell) => cell === null)).toHaveLength(2);
    // The column as well, and then the row of that one.
    expect(cells[1]?.filter((cell) => cell === null)).toHaveLength(2);
  });

  it('holds back the total of a group that is small as a whole, and another with it', () => {
    const { rowTotals } = suppress([
      [2, 3],
      [20, 30],
      [40, 50],
    ]);
    expect(rowTotals).toEqual([null, null, 90]);
  });

  it('says nothing of a school of a handful', () => {
    expect(suppress([[2, 3]])).toEqual({ cells: [[null, null]], rowTotals: [null] });
  });

  it('of whatever table shows no count of few, and none by what a line leaves over', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
      fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 200 })), { minLength: columns, maxLength: columns }),
        {
          minLength: rows,
          maxLength: rows,
        },
      ),
    );
    fc.assert(
      fc.property(table, (counts) => {
        const { cells, rowTotals } = suppress(counts);
        const shown = [...cells.flat(), ...rowTotals];
        expect(shown.every((cell) => cell === null || cell === 0 || cell >= 10)).toBe(true);
        const columns =
          counts[0]?.map((_, at) => ({ known: cells.map((row) => row[at] ?? null), all: counts.map((row) => row[at] ?? 0) })) ?? [];
        const rows = counts.flatMap((row, at) => (rowTotals[at] === null ? [] : [{ known: cells[at] ?? [], all: row }]));
        for (const { known, all } of [...columns, ...rows, { known: rowTotals, all: counts.map(sum) }]) {
          const held = known.filter((cell) => cell === null).length;
          const hidden = sum(all) - sum(known.map((cell) => cell ?? 0));
          // A line with nothing else to hold back hides all of itself; its total is told elsewhere in any case.
          if (held > 0 && held < known.length) expect(held > 1 && hidden >= 10).toBe(true);
        }
      }),
    );
  });
});
