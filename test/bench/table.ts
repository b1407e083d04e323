/** One line of the result: what was done, how often a second, and how it compares. */
export interface Line {
  what: string;
  seconds?: number | undefined;
  /** Seconds of processor time of the database and the workers together: what the machine had to do, whatever else it did. */
  work?: number | undefined;
  applicants?: number | undefined;
  ratio?: string | undefined;
  goal?: string | undefined;
}

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
export const count = (n: number): string => grouped.format(n);

/** Prints lines as a table of aligned columns. */
export function printTable(title: string, lines: readonly Line[]): void {
  const rows = [
    ['', 'seconds', 'of processors', 'applicants/s', 'ratio', 'goal'],
    ...lines.map(({ what, seconds, work, applicants, ratio, goal }) => [
      what,
      seconds === undefined ? '' : seconds.toFixed(2),
      work === undefined || work === 0 ? '' : work.toFixed(2),
      seconds === undefined || applicants === undefined ? '' : count(applicants / seconds),
      ratio ?? '',
      goal ?? '',
    ]),
  ];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  process.stdout.write(`\n${title}\n`);
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 || column > 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    process.stdout.write(`  ${cells.join('  ').trimEnd()}\n`);
  }
}
