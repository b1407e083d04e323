/** Thrown when a file cannot be read as a whole; `row` is 0 for the header or the file itself. */
export class Unreadable extends Error {
  constructor(
    readonly reason: string,
    readonly row = 0,
    readonly column: string | null = null,
  ) {
    super(reason);
  }
}
