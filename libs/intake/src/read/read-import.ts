import { type ImportFile, importFiles, type RefusedRow } from '@matchwatch/contracts';
import { defaultLimits, type ImportLimits } from './limits.js';
import { type FileSummary, type ReadBatch, readFile, UnreadableHeader } from './read-file.js';
import { Unreadable } from './unreadable.js';

/** A file as it came, with the name it came under. */
export interface IncomingFile {
  readonly name: string;
  readonly stream: AsyncIterable<Uint8Array | string>;
}

export interface ReadOptions {
  readonly limits?: Partial<ImportLimits> | undefined;
  /** By file, what a header cell means; null leaves its column out. */
  readonly headers?: Partial<Record<ImportFile, Readonly<Record<string, string | null>>>> | undefined;
}

/** What reading gives, in order: batches of rows, then for each file its summary or why it could not be read as a whole. */
export type ReadEvent =
  | ({ readonly kind: 'batch' } & ReadBatch)
  | ({ readonly kind: 'read' } & FileSummary)
  | { readonly kind: 'unreadable'; readonly problems: readonly RefusedRow[] };

/** Which file of an import a file name means: `exams.csv`, `Red Flags.CSV`. */
export function importFileOf(name: string): ImportFile | undefined {
  const base = (name.split(/[\\/]/).pop() ?? '').replace(/\.(csv|txt|tsv)$/i, '');
  const told = base.toLowerCase().replace(/[^a-z]/g, '');
  return importFiles.find((file) => file.replace('-', '') === told);
}

/** Reads the files of an import as a stream: memory holds a batch, never a file. */
export async function* readImport(
  files: Iterable<IncomingFile> | AsyncIterable<IncomingFile>,
  options: ReadOptions = {},
): AsyncGenerator<ReadEvent, void, undefined> {
  const limits = { ...defaultLimits, ...options.limits };
  const seen = new Set<ImportFile>();
  for await (const { name, stream } of files) {
    const file = importFileOf(name);
    const problem = (reason: string, row = 0, column: string | null = null): RefusedRow => ({
      file: file ?? name.slice(0, 200),
      row,
      column,
      externalId: null,
      reason,
    });
    if (file === undefined || seen.has(file)) {
      await drain(stream);
      const reason = file === undefined ? `is none of ${importFiles.map((each) => `${each}.csv`).join(', ')}` : 'was given twice';
      yield { kind: 'unreadable', problems: [problem(reason)] };
      continue;
    }
    seen.add(file);
    const source = unending(stream);
    const summary: FileSummary = { file, rows: 0, filled: {} };
    try {
      for await (const batch of readFile(summary, source, limits, options.headers?.[file])) yield { kind: 'batch', ...batch };
      yield { kind: 'read', ...summary };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      await drain(source);
      const problems =
        error instanceof UnreadableHeader
          ? error.problems.map(({ column, reason }) => problem(reason, 0, column))
          : [problem(error.reason, error.row, error.column)];
      yield { kind: 'unreadable', problems };
    }
  }
}

/** A stream that stays open when its reader stops early, so that the rest can run out. */
function unending<T>(stream: AsyncIterable<T>): AsyncIterable<T> {
  const iterator = stream[Symbol.asyncIterator]();
  return { [Symbol.asyncIterator]: () => ({ next: () => iterator.next() }) };
}

/** Lets the rest of a stream run out, so that whoever sends it can go on to the next file. */
async function drain(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _piece of stream);
}
