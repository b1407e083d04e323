import type { IncomingFile } from '@matchwatch/intake';
import busboy from 'busboy';
import type { Request } from 'express';
import { ProblemError } from '../http/problem.js';

const megabyte = 1_048_576;
const mostFiles = 10;

/**
 * The files of a multipart request, one after the other as they arrive; nothing is held back, so each must be read to its end before the next comes.
 * Refuses more than `megabytes` in all, and a request that breaks off.
 */
export function uploadedFiles(request: Request, megabytes: number): AsyncIterable<IncomingFile> {
  const most = megabytes * megabyte;
  if (Number(request.headers['content-length'] ?? 0) > most + megabyte) throw tooLarge(megabytes);
  const parser = parserOf(request);
  const waiting = new Waiting<IncomingFile>();
  let taken = 0;

  parser.on('file', (_field, stream, { filename }) => {
    // Whoever reads hears of a break-off through the stream itself.
    stream.on('error', () => undefined);
    waiting.add({ name: filename ?? '', stream: measured(stream) });
  });
  parser.on('filesLimit', () => waiting.fail(new ProblemError(413, `At most ${mostFiles} files can be imported at once.`)));
  parser.on('error', () => waiting.fail(broken()));
  parser.on('close', () => waiting.end());
  request.once('close', () => {
    if (request.complete) return;
    parser.destroy();
    waiting.fail(broken());
  });
  request.pipe(parser);
  return waiting;

  async function* measured(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
    for await (const piece of stream) {
      taken += piece.length;
      if (taken > most) throw tooLarge(megabytes);
      yield piece;
    }
  }
}

/** Lets go of what a refused upload still sends, so that the answer can be read. */
export function abandonUpload(request: Request): void {
  request.unpipe();
  request.resume();
}

function parserOf({ headers }: Request): busboy.Busboy {
  try {
    return busboy({ headers, limits: { files: mostFiles, fields: 0, parts: 2 * mostFiles, headerPairs: 20 } });
  } catch {
    throw new ProblemError(415, 'Files are sent as multipart/form-data.');
  }
}

const tooLarge = (megabytes: number) => new ProblemError(413, `The files are larger than ${megabytes} MB together.`);
const broken = () => new ProblemError(400, 'The upload broke off or is not well formed.');

/** What arrives by events, to be taken by a loop. */
class Waiting<T> implements AsyncIterable<T> {
  private readonly items: T[] = [];
  private error: Error | undefined;
  private ended = false;
  private wake: () => void = () => undefined;

  add(item: T): void {
    this.items.push(item);
    this.wake();
  }

  fail(error: Error): void {
    this.error ??= error;
    this.wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (;;) {
      if (this.error) throw this.error;
      const item = this.items.shift();
      if (item !== undefined) yield item;
      else if (this.ended) return;
      else
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
    }
  }
}
