import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

const byteOrderMark = '\uFEFF';

/** Sends CSV as it is read, no faster than it is taken; when reading fails in the middle the answer is broken off, never ended as if it were whole. */
export async function sendCsv(response: Response, name: string, lines: AsyncIterable<string>, { bom }: { bom: boolean }): Promise<void> {
  response.status(200).setHeader('Content-Type', 'text/csv; charset=utf-8; header=present');
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  async function* bytes() {
    if (bom) yield Buffer.from(byteOrderMark);
    for await (const line of lines) yield Buffer.from(line);
  }
  try {
    await pipeline(Readable.from(bytes()), response);
  } catch (error) {
    // Whoever asked has gone: there is nobody left to tell.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}
