// What JSON writes for characters that PostgreSQL's text does not hold: NUL, and halves of surrogate pairs. A backslash may itself be escaped.
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][\da-f]{2})/i;

/** The JSON itself; throws where PostgreSQL could not hold it: one applicant's text shall not fail the write of a whole chunk. */
export function storable(json: string): string {
  if (unstorable.test(json)) throw new Error('The answer holds a character that cannot be stored');
  return json;
}

const longestMessage = 2_000;

/** What went wrong with an applicant, as far as it can be stored and read. */
export const problemMessage = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, longestMessage).replace(/\0|\p{Surrogate}/gu, '') ||
  'It failed and does not say why';
