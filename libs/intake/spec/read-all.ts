import type { RefusedRow } from '@matchwatch/contracts';
import { type IncomingFile, type ReadOptions, type ReadRow, readImport } from '../src/index.js';

/** A file given in pieces of so many bytes. */
export function fileOf(name: string, content: string | Buffer, pieceSize = 65_536): IncomingFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  async function* pieces(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
  }
  return { name, stream: pieces() };
}

/** Everything that reading files gives, collected. */
export async function readAll(files: IncomingFile[], options?: ReadOptions) {
  const rows: (ReadRow & { file: string })[] = [];
  const refused: RefusedRow[] = [];
  const unreadable: RefusedRow[] = [];
  const counts: Record<string, number> = {};
  for await (const event of readImport(files, options)) {
    if (event.kind === 'unreadable') unreadable.push(...event.problems);
    else if (event.kind === 'read') counts[event.file] = event.rows;
    else {
      rows.push(...event.rows.map((row) => ({ file: event.file, ...row })));
      for (const row of event.refused) refused.push(row);
    }
  }
  return { rows, refused, unreadable, counts };
}
