import type { AdvisingEvidence } from '@matchwatch/contracts';
import { csvTextLine } from '@matchwatch/contracts/csv';
import { advisingColumnText, advisingRowText, advisingTableTitle } from '@matchwatch/words';

/** The evidence on advising as CSV: a line for each count, what is held back as “fewer than”. */
export function* evidenceLines({
  season,
  from,
  to,
  smallest,
  applicants,
  meetings,
  met,
  graders,
  tables,
}: AdvisingEvidence): Generator<string> {
  const cell = (count: number | null): string => (count === null ? `fewer than ${smallest}, or would tell such a count` : String(count));
  yield csvTextLine(['table', 'row', 'column', 'count']);
  const facts: [string, string][] = [
    ['season', String(season ?? '')],
    ['from', from],
    ['to', to],
    ['applicants', String(applicants)],
    ['applicants met', cell(met)],
    ['meetings held', String(meetings)],
    ['relations of grading or promoting', String(graders.relations)],
    ['meetings with somebody who grades or promotes', String(graders.meetings)],
  ];
  for (const [row, value] of facts) yield csvTextLine(['In all', row, '', value]);
  for (const { table, columns, rows } of tables)
    for (const { row, cells } of rows)
      for (const [at, column] of columns.entries())
        yield csvTextLine([advisingTableTitle(table), advisingRowText(table, row), advisingColumnText(column), cell(cells[at] ?? null)]);
}
