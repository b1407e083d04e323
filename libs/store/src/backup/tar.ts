/** A file of an archive, as it is read: its content comes while it is asked for, and must be read before the next file. */
export interface TarEntry {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Buffer>;
}

const block = 512;

/** The header of a file in an archive (POSIX ustar): only its owner may read it. Names have at most 100 bytes. */
export function tarHeader(name: string, size: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`Too long a name for an archive: ${name}`);
  const header = Buffer.alloc(block);
  const octal = (value: number, at: number, width: number) => header.write(value.toString(8).padStart(width - 1, '0'), at, 'latin1');
  header.write(name, 0);
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(Math.floor(at.getTime() / 1000), 136, 12);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\0', 257, 'latin1');
  header.write('00', 263);
  octal(
    header.reduce((sum, byte) => sum + byte, 0),
    148,
    7,
  );
  return header;
}

/** A file of an archive with header and padding. */
export const tarFile = (name: string, content: Buffer, at: Date): Buffer[] => [
  tarHeader(name, content.length, at),
  content,
  Buffer.alloc((block - (content.length % block)) % block),
];

/** What an archive ends with. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * block);

/** The files of an archive in order; throws when it is cut off or no archive. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry, void, undefined> {
  const bytes = new ByteReader(source);
  for (;;) {
    const header = await bytes.take(block);
    if (header.every((byte) => byte === 0)) return;
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
    const sum = Number.parseInt(header.toString('latin1', 148, 154), 8);
    const own = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
    if (header.toString('latin1', 257, 262) !== 'ustar' || sum !== own || !(size >= 0)) throw new Error('it is no archive');
    const name = header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
    let left = size;
    yield {
      name,
      size,
      content: {
        async *[Symbol.asyncIterator]() {
          while (left > 0) {
            const piece = await bytes.takeUpTo(left);
            left -= piece.length;
            yield piece;
          }
        },
      },
    };
    // Whoever skips a file skips its bytes.
    while (left > 0) left -= (await bytes.takeUpTo(left)).length;
    await bytes.take((block - (size % block)) % block);
  }
}

/** Bytes of a stream, as many at a time as are asked for. */
class ByteReader {
  private readonly source: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async takeUpTo(most: number): Promise<Buffer> {
    while (this.rest.length === 0) {
      const { value, done } = await this.source.next();
      if (done) throw new Error('it is cut off');
      this.rest = value;
    }
    const piece = this.rest.subarray(0, most);
    this.rest = this.rest.subarray(piece.length);
    return piece;
  }

  async take(size: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for (let left = size; left > 0; ) {
      const piece = await this.takeUpTo(left);
      pieces.push(piece);
      left -= piece.length;
    }
    return Buffer.concat(pieces);
  }
}
