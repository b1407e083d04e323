import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { CommandFailed, exitCode } from '../exit-code.js';
import { type InputLine, readLines } from './read-lines.js';

/** One record as it came: its place in the input, and either its value or why it could not be read. */
export type InputRecord = { line: number; value: unknown } | { line: number; error: string };

// Far above any person's record; a line beyond it is a mistake or an attack and is refused without being parsed.
const longestRecord = 2_000_000;
const longestArray = 256 * 1024 * 1024;

/** Records of a JSON array, of one JSON object, or one a line (NDJSON), in order; NDJSON is read as a stream. */
export async function* readRecords(source: string): AsyncGenerator<InputRecord> {
  const input = source === '-' ? process.stdin : await openFile(source);
  input.setEncoding('utf8');
  const lines = readLines(input as AsyncIterable<string>, {
    usual: longestRecord,
    // An array may stand on one line.
    most: (_, beginning) => (withoutMark(beginning).startsWith('[') ? longestArray : longestRecord),
  });
  let line = 0;
  let first: InputLine | undefined;
  for (;;) {
    const next = await lines.next();
    if (next.done) return;
    line++;
    first = line === 1 ? { ...next.value, text: withoutMark(next.value.text) } : next.value;
    if (first.text.trim() !== '') break;
  }
  const whole = isWholeDocument(first) ? await rest(first, lines) : undefined;
  if (whole !== undefined) {
    yield* fromDocument(whole, line);
    return;
  }
  yield parse(first, line);
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    line++;
    if (next.value.text.trim() !== '') yield parse(next.value, line);
  }
}

/** A byte-order mark is how some editors begin a file. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '').trimStart();

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
function isWholeDocument({ text, isTooLong }: InputLine): boolean {
  if (text.trimStart().startsWith('[')) return true;
  return text.trimStart().startsWith('{') && !isTooLong && !isJson(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

async function rest(first: InputLine, lines: AsyncIterator<InputLine>): Promise<string> {
  const parts = [first.text];
  let size = first.isTooLong ? Number.POSITIVE_INFINITY : first.text.length;
  for (let next = await lines.next(); !next.done && size <= longestArray; next = await lines.next()) {
    // A line cut short leaves no JSON; where each line is a record, the others can still be read.
    parts.push(next.value.text);
    size += next.value.text.length + 1;
  }
  if (size > longestArray)
    throw new CommandFailed('The input is larger than a JSON array may be; give one record a line (NDJSON) instead.', exitCode.usage);
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
    for (const [index, one] of lines.entries())
      if (one.trim() !== '') yield parse({ text: one, isTooLong: one.length > longestRecord }, line + index);
    return;
  }
  if (!Array.isArray(document)) yield { line, value: document };
  else for (const [index, value] of document.entries()) yield { line: index + 1, value };
}

function parse({ text, isTooLong }: InputLine, line: number): InputRecord {
  if (isTooLong) return { line, error: `is longer than ${longestRecord} characters` };
  try {
    return { line, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { line, error: `is not JSON: ${(error as Error).message}` };
  }
}
