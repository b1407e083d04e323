import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, readAll } from '../../spec/read-all.js';
import { readImport } from './read-import.js';

const header = 'externalId,name,grade\n';
const read = (content: string | Buffer, pieceSize?: number) => readAll([fileOf('clerkships.csv', content, pieceSize)]);
const ids = async (content: string | Buffer, pieceSize?: number) =>
  (await read(content, pieceSize)).rows.map(({ externalId }) => externalId);
const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
const good = `${header}S-1,Surgery,pass\nS-2,Pädiatrie,honors\n`;

describe('a file', () => {
  it.each([
    ['UTF-8', Buffer.from(good)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${good}`)],
    ['UTF-16 little end with a mark', utf16(`\ufeff${good}`, false)],
    ['UTF-16 big end with a mark', utf16(`\ufeff${good}`, true)],
    ['UTF-16 little end without a mark', utf16(good, false)],
    ['UTF-16 big end without a mark', utf16(good, true)],
    ['CR LF', Buffer.from(good.replaceAll('\n', '\r\n'))],
    ['CR only', Buffer.from(good.replaceAll('\n', '\r'))],
    ['no end of the last line', Buffer.from(good.trimEnd())],
    ['blank lines around and between', Buffer.from(`\n\n${good.replaceAll('\n', '\n\n')},,\n  \n`)],
    ['semicolons', Buffer.from(good.replaceAll(',', ';'))],
    ['tabs', Buffer.from(good.replaceAll(',', '\t'))],
  ])('in %s is read the same, whatever the pieces', async (_what, bytes) => {
    for (const size of [1, 2, 3, 7, 65_536]) {
      const { rows, refused, unreadable } = await read(bytes, size);
      expect([...refused, ...unreadable]).toEqual([]);
      expect(rows.map(({ externalId, said }) => [externalId, said])).toEqual([
        ['S-1', { item: { name: 'Surgery', grade: 'pass' } }],
        ['S-2', { item: { name: 'Pädiatrie', grade: 'honors' } }],
      ]);
    }
  });

  it.each([
    ['nothing', '', 'is empty'],
    ['blank lines only', '\n \r\n', 'is empty'],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), 'is an Excel workbook'],
    ['Latin-1', Buffer.from(`${header}S-1,P\xe4diatrie,pass\n`, 'latin1'), 'is not valid UTF-8'],
    ['half a letter at the end', Buffer.from(`${header}S-1,P\u00e4`).subarray(0, -1), 'is not valid UTF-8'],
    ['an unknown column', 'externalId,name,colour\nS-1,Surgery,red\n', 'is not a column of clerkships'],
    ['no id', 'name,grade\nSurgery,pass\n', 'is missing; it joins the files'],
    ['a column twice', 'externalId,name,Name\nS-1,a,b\n', 'means name, as another column does'],
    ['a header with an open quote', '"externalId,name\nS-1,Surgery\n', 'has a first row that cannot be read'],
    ['a last row cut in the middle', `${good}S-3,Surg`, 'ends in the middle of a row'],
    ['a last row cut inside a quote', `${good}S-3,"Surg`, 'ends in the middle of a row'],
  ])('with %s cannot be read as a whole', async (_what, content, reason) => {
    for (const size of [1, 65_536]) {
      const { unreadable } = await read(content, size);
      expect(unreadable).toEqual([expect.objectContaining({ file: 'clerkships', reason: expect.stringContaining(reason) })]);
    }
  });

  it('with a header and nothing else says nothing, and that is fine', async () => {
    expect(await read(header)).toEqual({ rows: [], refused: [], unreadable: [], counts: { clerkships: 0 } });
  });

  it('of an unknown name, or given twice, is named; the others are read', async () => {
    const { rows, unreadable } = await readAll([
      fileOf('grades.csv', good),
      fileOf('clerkships.csv', good),
      fileOf('Clerkships.csv', good),
    ]);
    expect(rows).toHaveLength(2);
    expect(unreadable.map(({ file, reason }) => [file, reason.slice(0, 16)])).toEqual([
      ['grades.csv', 'is none of appli'],
      ['clerkships', 'was given twice'],
    ]);
  });

  it('over a limit is refused, and its stream runs out so that the next file comes', async () => {
    const stream = Readable.from(Array.from({ length: 100 }, (_, i) => `${i === 0 ? header : ''}S-${i},Surgery,pass\n`));
    const { unreadable, counts } = await readAll([{ name: 'clerkships.csv', stream }, fileOf('exams.csv', 'externalId,exam\n')], {
      limits: { fileBytes: 500 },
    });
    expect(unreadable[0]?.reason).toContain('larger than 500');
    expect(counts).toEqual({ exams: 0 });
    expect(stream.readableEnded).toBe(true);
    expect((await readAll([fileOf('clerkships.csv', good)], { limits: { rows: 1 } })).unreadable[0]).toMatchObject({
      row: 2,
      reason: 'has more than 1 rows',
    });
  });

  it('can be mapped by hand', async () => {
    const { rows } = await readAll([fileOf('clerkships.csv', 'Kennung;name;Farbe\nS-1;Surgery;rot\n')], {
      headers: { clerkships: { Kennung: 'externalId', Farbe: null } },
    });
    expect(rows).toEqual([{ file: 'clerkships', row: 1, externalId: 'S-1', said: { item: { name: 'Surgery' } } }]);
  });
});

describe('a row', () => {
  it('that cannot be taken never stops the rest, and is named by its place in the sheet', async () => {
    const { rows, refused } = await read(
      `${header}S-1,Surgery,pass\n\nS-2,,pass\nS-3,Surgery,splendid\n,Surgery,pass\nS-5,Surgery\nS-6,Surgery,pass\n`,
    );
    expect(rows.map(({ row, externalId }) => [row, externalId])).toEqual([
      [1, 'S-1'],
      [7, 'S-6'],
    ]);
    expect(refused.map(({ row, column, externalId }) => [row, column, externalId])).toEqual([
      [3, 'name', 'S-2'],
      [4, 'grade', 'S-3'],
      [5, 'externalId', null],
      [6, null, 'S-5'],
    ]);
    expect(refused[0]?.reason).toBe('is missing');
  });

  it('with a quote as a letter is read as it stands', async () => {
    const { rows } = await read(`${header}S-1,O"Brien "house",pass\nS-2,"say ""ah""",pass\n`);
    expect(rows.map(({ said }) => said)).toEqual([
      { item: { name: 'O"Brien "house"', grade: 'pass' } },
      { item: { name: 'say "ah"', grade: 'pass' } },
    ]);
  });

  it('that opens a quote and never closes it is refused alone', async () => {
    for (const size of [1, 5, 65_536]) {
      const { rows, refused } = await read(`${header}S-1,"Surgery,pass\nS-2,Surgery,pass\nS-3,"Surgery",pass\n`, size);
      expect(rows.map(({ externalId }) => externalId)).toEqual(['S-2', 'S-3']);
      expect(refused).toEqual([expect.objectContaining({ row: 1, externalId: 'S-1', reason: 'opens a quote that is not closed' })]);
    }
  });

  it('of a quoted cell over several lines is refused with all its lines, which are never read as rows', async () => {
    for (const size of [1, 5, 65_536]) {
      const { rows, refused } = await read(`${header}S-1,"x\nS-2,Surgery,pass\ny",pass\nS-3,Surgery,pass\n`, size);
      expect(rows.map(({ externalId }) => externalId)).toEqual(['S-3']);
      expect(refused.map(({ row, externalId }) => [row, externalId])).toEqual([
        [1, 'S-1'],
        [2, 'S-2'],
        [3, null],
      ]);
    }
  });

  it('too long is refused with what can be told of it', async () => {
    const { rows, refused } = await read(`${header}S-1,${'x'.repeat(100_000)},pass\nS-2,Surgery,pass\n`, 1000);
    expect(rows.map(({ externalId }) => externalId)).toEqual(['S-2']);
    expect(refused).toEqual([expect.objectContaining({ row: 1, externalId: 'S-1', reason: 'is longer than a row may be' })]);
  });

  it.each(['=1+1', '+SUM(A1)', '@cmd', '\t=1'])(
    'with the formula %j in a text is kept as text, in a number is refused',
    async (formula) => {
      expect((await read(`${header}S-1,"${formula}",pass\n`)).rows[0]?.said).toEqual({ item: { name: formula.trim(), grade: 'pass' } });
      const { refused } = await readAll([fileOf('exams.csv', `externalId,exam,takenOn,score\nS-1,step1,2026-01-01,"${formula}"\n`)]);
      expect(refused).toEqual([expect.objectContaining({ column: 'score', externalId: 'S-1' })]);
    },
  );

  it('of its own names, control characters and prototypes harms nobody', async () => {
    const { rows, refused } = await read(`${header}__proto__,constructor,pass\nS-1,a\u0000b,pass\n`);
    expect(rows.map(({ externalId }) => externalId)).toEqual(['__proto__']);
    expect(refused).toEqual([expect.objectContaining({ row: 2, column: 'name', reason: 'must not hold control characters' })]);
    expect(await ids('externalId,__proto__\nS-1,x\n')).toEqual([]);
  });
});

describe('memory', () => {
  it('holds a batch, not a file: a quote that stays open for megabytes ends the reading', async () => {
    function* endless(): Generator<string> {
      yield `${header}S-0,"open,pass\n`;
      for (let i = 1; i < 20_000; i++) yield `S-${i},Surgery,pass\n`;
    }
    const { rows, unreadable } = await readAll([{ name: 'clerkships.csv', stream: Readable.from(endless()) }]);
    expect(rows).toEqual([]);
    expect(unreadable).toEqual([expect.objectContaining({ row: 1, reason: 'opens a quote that is not closed in thousands of lines' })]);
  });
});

describe('memory, measured', () => {
  const held = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const megabytes = 48;
  const piece = Buffer.alloc(1_048_576, 'x');

  it.each([
    ['a line that never ends', piece],
    ['a quote that never closes', Buffer.from(piece.map((_, i) => (i === 0 ? 0x22 : (piece[i] as number))))],
  ])('stays far below the size of the file: %s', { timeout: 60_000 }, async (_, part) => {
    const before = held();
    let most = 0;
    async function* endless() {
      yield Buffer.from(header);
      for (let i = 0; i < megabytes; i++) {
        yield part;
        most = Math.max(most, held() - before);
      }
    }
    let refused = 0;
    for await (const event of readImport([{ name: 'clerkships.csv', stream: endless() }])) {
      refused += event.kind === 'batch' ? event.refused.length : event.kind === 'unreadable' ? event.problems.length : 0;
    }
    expect(refused).toBeGreaterThan(0);
    expect(most / 1_048_576).toBeLessThan(megabytes);
  });
});

it('takes a piece with more rows than a call takes arguments', async () => {
  const rows = 130_000;
  const { refused } = await read(header + 'x\n'.repeat(rows), 1_048_576);
  expect(refused).toHaveLength(rows);
});

describe('any bytes at all', () => {
  it('give rows, refusals or a reason, and never an exception', async () => {
    const mutation = fc.record({
      at: fc.nat(good.length),
      remove: fc.nat(4),
      put: fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom('"', '\r', '\n', ',', '\u0000', '"\n"')),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { maxLength: 6 }), fc.integer({ min: 1, max: 20 }), async (mutations, size) => {
        const text = mutations.reduce((was, { at, remove, put }) => was.slice(0, at) + put + was.slice(at + remove), good);
        const { rows, refused, unreadable } = await read(text, size);
        for (const { row, externalId } of rows) expect(row > 0 && externalId.length > 0).toBe(true);
        for (const { row, reason } of [...refused, ...unreadable]) expect(row >= 0 && reason.length > 0).toBe(true);
        // Whoever reads the file in other pieces reads the same.
        expect(await read(text)).toEqual({ rows, refused, unreadable, counts: expect.anything() });
      }),
      { numRuns: 200 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const { rows, refused, unreadable } = await read(Buffer.from(bytes));
        expect(rows.length + refused.length + unreadable.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
