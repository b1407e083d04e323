import { parse } from 'csv-parse/sync';
import type { Line } from './split-lines.js';
import { Unreadable } from './unreadable.js';

/** A line as cells, or why it could not be taken apart. */
export type ParsedLine =
  | { readonly no: number; readonly cells: readonly string[]; readonly ended: boolean }
  | { readonly no: number; readonly refused: string; readonly text: string; readonly ended: boolean };

/** Most lines and characters held back while looking for the end of a quoted cell. */
const maximumHeldLines = 5_000;
const maximumHeldText = 2_000_000;

/** Takes lines apart into cells by csv-parse; one physical line is one row, for no cell of ours holds a line break. */
export class LineParser {
  #held: Line[] = [];

  constructor(
    private readonly delimiter: string,
    private readonly headerNo: number,
  ) {}

  /** The lines that can be judged so far; those after a quote that opens and does not close yet wait for the next batch. */
  parse(lines: readonly Line[]): ParsedLine[] {
    const all = this.#held.length === 0 ? lines : [...this.#held, ...lines];
    this.#held = [];
    return this.#take(all, false);
  }

  /** What is left at the end of the file. */
  finish(): ParsedLine[] {
    const left = this.#held;
    this.#held = [];
    return this.#take(left, true);
  }

  #take(lines: readonly Line[], last: boolean): ParsedLine[] {
    const parsed: ParsedLine[] = [];
    let run: Line[] = [];
    const flush = (): void => {
      // One by one: a piece of a file may hold more rows than a call takes arguments.
      if (run.length > 0) for (const row of this.#parseRun(run)) parsed.push(row);
      run = [];
    };
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as Line;
      if (line.tooLong) {
        flush();
        parsed.push(refuse(line, 'is longer than a row may be'));
      } else if (!opensQuote(line.text, this.delimiter)) {
        if (line.text.trim() !== '') run.push(line);
      } else {
        flush();
        const end = closingLine(lines, i, this.delimiter, last);
        if (end === undefined && !last) {
          this.#hold(lines.slice(i));
          return parsed;
        }
        if (end === undefined || end === 'never') parsed.push(refuse(line, 'opens a quote that is not closed'));
        else {
          // Never read as rows of their own: they may be the text of one cell.
          for (; i <= end; i++) parsed.push(refuse(lines[i] as Line, 'is part of a quoted cell that spans several lines'));
          i -= 1;
        }
      }
    }
    flush();
    return parsed;
  }

  /** Lines whose quotes close: csv-parse gives one row for each. */
  #parseRun(run: readonly Line[]): ParsedLine[] {
    const rows = this.#rows(run.map(({ text }) => text).join('\n'));
    if (rows?.length === run.length) return run.map(({ no, ended }, i) => ({ no, cells: rows[i] as string[], ended }));
    return run.map((line) => {
      const [cells, more] = this.#rows(line.text) ?? [];
      return cells === undefined || more !== undefined
        ? refuse(line, 'has a quote in the wrong place')
        : { no: line.no, cells, ended: line.ended };
    });
  }

  #rows(text: string): string[][] | undefined {
    try {
      return parse(text, {
        delimiter: this.delimiter,
        relax_quotes: true,
        relax_column_count: true,
        skip_empty_lines: false,
        record_delimiter: '\n',
      });
    } catch {
      return undefined;
    }
  }

  #hold(lines: readonly Line[]): void {
    const length = lines.reduce((sum, { text }) => sum + text.length, 0);
    if (lines.length > maximumHeldLines || length > maximumHeldText)
      throw new Unreadable('opens a quote that is not closed in thousands of lines', (lines[0] as Line).no - this.headerNo);
    this.#held = [...lines];
  }
}

const refuse = ({ no, text, ended }: Line, refused: string): ParsedLine => ({ no, refused, text, ended });

/** Whether a line ends inside a quoted cell. A quote opens a cell only at its beginning; elsewhere it is a letter. */
function opensQuote(text: string, delimiter: string): boolean {
  if (!text.includes('"')) return false;
  let at = 0;
  for (;;) {
    if (text[at] === '"') {
      const close = closeOf(text, at + 1);
      if (close === undefined) return true;
      at = close + 1;
    }
    const next = text.indexOf(delimiter, at);
    if (next < 0) return false;
    at = next + 1;
  }
}

/** The place of the quote that closes a cell, looking from `at`; two in a row are one letter. */
function closeOf(text: string, at: number): number | undefined {
  for (let quote = text.indexOf('"', at); quote >= 0; quote = text.indexOf('"', quote + 2)) if (text[quote + 1] !== '"') return quote;
  return undefined;
}

/**
 * The line where the quoted cell that line `from` opens is closed; `never` when the next quote cannot close a cell, so that the first was a
 * letter out of place; undefined when that is not known before the next batch, or there is none.
 */
function closingLine(lines: readonly Line[], from: number, delimiter: string, last: boolean): number | 'never' | undefined {
  for (let i = from + 1; i < lines.length; i++) {
    const { text } = lines[i] as Line;
    const quote = closeOf(text, 0);
    if (quote === undefined) continue;
    const after = text[quote + 1];
    if (after !== undefined && after !== delimiter) return 'never';
    if (!opensQuote(text.slice(quote + 2), delimiter)) return i;
    const next = closingLine(lines, i, delimiter, last);
    return next === 'never' || (next === undefined && last) ? i : next;
  }
  return undefined;
}
