/** A line of an input; `text` is only the beginning of a line that is longer than it may be. */
export interface InputLine {
  readonly text: string;
  readonly isTooLong: boolean;
}

/** How long a line may be, asked with its number and its beginning once it is longer than `usual`. */
export interface LineLimits {
  readonly usual: number;
  most(line: number, beginning: string): number;
}

/**
 * The lines of an input, one after the other. What goes beyond the length that a line may have is read and thrown away, so that no line,
 * however long, costs more memory than a permitted one.
 */
export async function* readLines(input: AsyncIterable<string>, { usual, most }: LineLimits): AsyncGenerator<InputLine> {
  let line = 1;
  let parts: string[] = [];
  let length = 0;
  let limit = usual;
  let asked = false;
  const end = (): InputLine => {
    const text = parts.join('').replace(/\r$/, '');
    const ended = { text, isTooLong: length > limit };
    line++;
    parts = [];
    length = 0;
    limit = usual;
    asked = false;
    return ended;
  };
  const add = (text: string) => {
    length += text.length;
    if (length > limit && !asked) {
      asked = true;
      limit = most(line, parts[0] ?? text.slice(0, 1000));
    }
    if (length <= limit) parts.push(text);
  };
  for await (const chunk of input) {
    let from = 0;
    for (let to = chunk.indexOf('\n'); to !== -1; to = chunk.indexOf('\n', from)) {
      add(chunk.slice(from, to));
      yield end();
      from = to + 1;
    }
    if (from < chunk.length) add(chunk.slice(from));
  }
  if (length > 0) yield end();
}
