import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { appendAudit, type Database, streamAudit, verifyAudit } from '@matchwatch/store';
import { withProduct } from '../connect/product.js';
import { CommandFailed, exitCode } from '../exit-code.js';
import type { ExportOptions, VerifyOptions } from './audit.js';

/** Computes the chain again and says its end, or where it is broken. */
export const verify = ({ school, noted }: VerifyOptions): Promise<void> =>
  withProduct(school, async ({ database, school }) => {
    const { head, broken } = await verifyAudit(database, school.id, noted);
    if (broken)
      throw new CommandFailed(
        `The audit of ${school.name} is broken at line ${broken.seq}: ${broken.why}. It holds up to line ${head.seq}.`,
      );
    process.stdout.write(
      head.seq === 0
        ? `The audit of ${school.name} is empty.\n`
        : `The audit of ${school.name} holds: ${head.seq} ${head.seq === 1 ? 'line' : 'lines'}.\nIts end is ${head.seq}:${head.hash}\n`,
    );
  });

/** Writes every line, the one that tells of the export included. */
export const exportAudit = ({ school, reason, out }: ExportOptions): Promise<void> =>
  withProduct(school, async ({ database, school }) => {
    await appendAudit(database, school.id, {
      at: new Date().toISOString(),
      event: 'audit.exported',
      subject: 'command line',
      reason: reason.trim().slice(0, 500),
    });
    const lines = Readable.from(linesOf(database, school.id));
    if (out === undefined) return pipeline(lines, process.stdout, { end: false });
    await pipeline(lines, createWriteStream(out, { flags: 'wx', mode: 0o600 })).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? new CommandFailed(`${out} is there already.`, exitCode.refused) : error;
    });
  });

async function* linesOf(database: Database, schoolId: string): AsyncGenerator<string, void, undefined> {
  for await (const { seq, previousHash, hash, text } of streamAudit(database, schoolId)) {
    // The text goes out as it was hashed, so that whoever reads it can compute the hash again.
    yield `${JSON.stringify({ seq, previousHash, hash, text })}\n`;
  }
}
