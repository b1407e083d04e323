import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines.js';

async function* chunks(...parts: string[]): AsyncGenerator<string> {
  yield* parts;
}
const read = async (parts: string[], usual = 10, most: (line: number, beginning: string) => number = () => usual) => {
  const lines: (string | [string])[] = [];
  for await (const { text, isTooLong } of readLines(chunks(...parts), { usual, most })) lines.push(isTooLong ? [text] : text);
  return lines;
};

describe('lines of an input', () => {
  it.each<[string[], string[]]>([
    [[''], []],
    [['a'], ['a']],
    [['a\n'], ['a']],
    [['a\r\nb'], ['a', 'b']],
    [
      ['a\r', '\nb\r\n'],
      ['a', 'b'],
    ],
    [['\n\na'], ['', '', 'a']],
    [
      ['ab', 'cd\nef', 'gh', '\n', 'i'],
      ['abcd', 'efgh', 'i'],
    ],
  ])('%j are %j', async (parts, lines) => expect(await read(parts)).toEqual(lines));

  it('that are too long are cut and told, and the others go on', async () => {
    expect(await read(['short\n', '0123456789', 'ab', 'cd\n', 'next'])).toEqual(['short', ['0123456789'], 'next']);
    expect(await read(['0123456789abc\nnext'])).toEqual([[''], 'next']);
  });

  it('may be longer where their beginning allows it', async () => {
    const most = (line: number, beginning: string) => (line === 1 && beginning.startsWith('[') ? 20 : 10);
    expect(await read(['[123456789', 'abcde\n', '[123456789', 'abcde\n'], 10, most)).toEqual(['[123456789abcde', ['[123456789']]);
  });
});
