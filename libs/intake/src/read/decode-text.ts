import { TextDecoder } from 'node:util';
import { Unreadable } from './unreadable.js';

/** The text of a file: UTF-8, or UTF-16 told by its mark or its zero bytes. Letters are never guessed: other encodings are unreadable. */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array | string>,
  maximumBytes: number,
): AsyncGenerator<string, void, undefined> {
  let decoder: TextDecoder | undefined;
  let head = Buffer.alloc(0);
  let read = 0;
  for await (const piece of bytes) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece;
    read += chunk.byteLength;
    if (read > maximumBytes) throw new Unreadable(`is larger than ${maximumBytes} bytes`);
    if (decoder === undefined) {
      head = Buffer.concat([head, chunk]);
      if (head.length < 4) continue;
      decoder = decoderFor(head);
      yield decode(decoder, head);
    } else yield decode(decoder, chunk);
  }
  if (decoder === undefined) {
    decoder = decoderFor(head);
    yield decode(decoder, head);
  }
  yield decode(decoder);
}

function decoderFor(head: Buffer): TextDecoder {
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4)
    throw new Unreadable('is an Excel workbook; save it as “CSV UTF-8” first');
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  if (second === 0 && first !== 0 && head.length > 1) return new TextDecoder('utf-16le', { fatal: true });
  if (first === 0 && second !== 0 && head.length > 1) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder('utf-8', { fatal: true });
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new Unreadable(`is not valid ${decoder.encoding === 'utf-8' ? 'UTF-8' : 'UTF-16'}; save it as “CSV UTF-8”`);
  }
}
