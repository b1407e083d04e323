import type { FileSummary } from './read/read-file.js';

/** A season may lose this share of its applicants before a person must look. */
const populationDrop = 0.1;
/** A column is mostly filled from this share on; it has jumped when it falls below it and by at least `fillDrop`. */
const mostly = 0.5;
const fillDrop = 0.3;
/** Fewer rows than this say nothing about a column. */
const fewRows = 10;

/** Why a person must approve an import whose files name fewer applicants of a season than are on file. */
export function populationReason(named: ReadonlyMap<number, number>, onFile: ReadonlyMap<number, number>): string | undefined {
  for (const [season, count] of named) {
    const known = onFile.get(season) ?? 0;
    if (count < known * (1 - populationDrop))
      return `applicants.csv names ${counted(count)} of the ${counted(known)} applicants on file for season ${season}.`;
  }
  return undefined;
}

/** Why a person must approve a file with a column that was mostly filled when the file was last applied, and is mostly empty now. */
export function fillReason(
  now: Pick<FileSummary, 'file' | 'rows' | 'filled'>,
  before: { rows: number; filled: Readonly<Record<string, number>> },
): string | undefined {
  if (now.rows < fewRows || before.rows < fewRows) return undefined;
  for (const [column, count] of Object.entries(before.filled)) {
    const was = count / before.rows;
    const is = (now.filled[column] ?? 0) / now.rows;
    if (was >= mostly && is < mostly && was - is >= fillDrop)
      return `Column ${column} of ${now.file}.csv was filled in ${percent(was)} of the rows when it was last applied, and is in ${percent(is)} now.`;
  }
  return undefined;
}

/** From so many known values on, and so large a share of them told otherwise, a table of programs looks as if its columns had moved. */
const fewValues = 30;
const otherwise = 0.5;

/** Why a person must approve a table of programs that tells most of what is known otherwise. */
export function differenceReason({ compared, differing }: { compared: number; differing: number }): string | undefined {
  if (compared < fewValues || differing < compared * otherwise) return undefined;
  return `Of ${counted(compared)} known values that the table tells, ${counted(differing)} are others now, as when columns have moved.`;
}

const counted = (count: number): string => count.toLocaleString('en-US');
const percent = (share: number): string => `${Math.round(100 * share)} %`;
