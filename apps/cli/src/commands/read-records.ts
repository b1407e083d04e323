import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { CommandFailed, exitCode } from '../exit-code.js';

/** One record as it came: its place in the input, and either its value or why it could not be read. */
export type InputRecord = { line: number; value: unknown } | { line: number; error: string };

// Far above any person's record; a line beyond it is a mistake or an attack and is refused without being parsed.
const longestRecord = 2_000_000;
const longestArray = 512 * 1024 * 1024;

/** Records of a JSON array, of one JSON object, or one a line (NDJSON), in order; NDJSON is read as a stream. */
export async function* readRecords(source: string): AsyncGenerator<InputRecord> {
  const input = source === '-' ? process.stdin : await openFile(source);
  input.setEncoding('utf8');
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  let line = 0;
  let first: string | undefined;
  for (;;) {
    const next = await lines.next();
    if (next.done) return;
    line++;
    // A byte-order mark is how some editors begin a file.
    first = line === 1 ? next.value.replace(/^\uFEFF/, '') : next.value;
    if (first.trim() !== '') break;
  }
  const whole = isWholeDocument(first) ? await rest(first, lines) : undefined;
  if (whole !== undefined) {
    yield* fromDocument(whole, line);
    return;
  }
  yield parse(first, line);
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    line++;
    if (next.value.trim() !== '') yield parse(next.value, line);
  }
}

async function openFile(file: string): Promise<Readable> {
  const stream = createReadStream(file);
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new CommandFailed(`${file} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`, exitCode.usage),
      ),
    );
  });
  return stream;
}

/** An array, or an object that goes on over several lines; a complete object on the first line is NDJSON. */
function isWholeDocument(first: string): boolean {
  if (first.trimStart().startsWith('[')) return true;
  return first.trimStart().startsWith('{') && first.length <= longestRecord && !isJson(first);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function rest(first: string, lines: AsyncIterator<string>): Promise<string> {
  const parts = [first];
  let size = first.length;
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    parts.push(next.value);
    size += next.value.length + 1;
    if (size > longestArray)
      throw new CommandFailed('The input is larger than a JSON array may be; give one record a line (NDJSON) instead.', exitCode.usage);
  }
  return parts.join('\n');
}

function* fromDocument(text: string, line: number): Generator<InputRecord> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    // NDJSON whose first line is broken: read the lines one by one, so that the others are still answered.
    const lines = text.split('\n');
    const readable = !text.trimStart().startsWith('[') && lines.slice(1).some((one) => one.trim() !== '' && isJson(one));
    if (!readable) throw new CommandFailed(`The input is not JSON: ${(error as Error).message}`, exitCode.failed);
    for (const [index, one] of lines.entries()) if (one.trim() !== '') yield parse(one, line + index);
    return;
  }
  if (!Array.isArray(document)) yield { line, value: document };
  else for (const [index, value] of document.entries()) yield { line: index + 1, value };
}

function parse(text: string, line: number): InputRecord {
  if (text.length > longestRecord) return { line, error: `is longer than ${longestRecord} characters` };
  try {
    return { line, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { line, error: `is not JSON: ${(error as Error).message}` };
  }
}
