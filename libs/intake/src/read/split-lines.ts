/** One physical line of a file. */
export interface Line {
  /** From 1. */
  readonly no: number;
  /** Without its end; only the beginning of a line that is too long. */
  readonly text: string;
  readonly tooLong: boolean;
  /** False for a last line that has no end: the file may have been cut off there. */
  readonly ended: boolean;
}

/** Lines ended by LF, CR LF or CR alone, a batch for each piece of text; a line over the maximum keeps only its beginning. */
export async function* splitLines(pieces: AsyncIterable<string>, maximum: number): AsyncGenerator<Line[], void, undefined> {
  const ends = /\r\n|\n|\r/g;
  let rest = '';
  let tooLong = false;
  let afterReturn = false;
  let no = 0;
  for await (let piece of pieces) {
    if (piece === '') continue;
    // A CR at the end of a piece has ended its line already; the LF of the same end follows in this one.
    if (afterReturn && piece.startsWith('\n')) piece = piece.slice(1);
    afterReturn = piece.endsWith('\r');
    const lines: Line[] = [];
    let from = 0;
    ends.lastIndex = 0;
    for (let end = ends.exec(piece); end !== null; end = ends.exec(piece)) {
      const text = rest + piece.slice(from, end.index);
      const over = tooLong || text.length > maximum;
      no += 1;
      lines.push({ no, text: over ? text.slice(0, 200) : text, tooLong: over, ended: true });
      rest = '';
      tooLong = false;
      from = end.index + end[0].length;
    }
    rest += piece.slice(from);
    if (rest.length > maximum) {
      tooLong = true;
      rest = rest.slice(0, 200);
    }
    if (lines.length > 0) yield lines;
  }
  if (rest !== '') yield [{ no: no + 1, text: rest, tooLong, ended: false }];
}
