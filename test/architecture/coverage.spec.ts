import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coverageDocument, findFaults, readItems } from '../guidance/coverage.mjs';

const items = readItems();

/** How many items each section of the guidance has: nothing may fall out of the table unseen. The four phases begin at 0. */
const counts = [
  21, 8, 7, 10, 11, 6, 7, 11, 16, 14, 21, 17, 8, 3, 6, 8, 8, 5, 4, 18, 2, 6, 12, 4, 5, 5, 9, 9, 8, 4, 7, 2, 12, 7, 12,
] as const;

describe('the coverage of the guidance', () => {
  it('holds every item once, in order', () => {
    const expected = counts.flatMap((count, at) => {
      const first = at + 1 === 27 ? 0 : 1;
      return Array.from({ length: count }, (_, i) => `${at + 1}.${i + first}`);
    });
    expect(items.map(({ id }) => id)).toEqual(expected);
  });

  it('names only what there is, and gives a reason for what is planned or refused', () => expect(findFaults()).toEqual([]));

  it('finds what there is not', () => {
    const item = { section: '', id: '1.1', mark: 'T', about: '', state: 'covered' } as const;
    const dangling = [
      'field:exams.shoeSize',
      'rule:exam.none',
      'template:usce.none',
      'policy:none',
      'screen:none',
      'card:none',
      'spec:none.spec.ts',
      'none:none',
    ];
    expect(findFaults([{ ...item, mark: 'R', references: dangling }])).toHaveLength(dangling.length);
    expect(findFaults([{ ...item, references: ['template:usce'] }]), 'a template tracks nothing').toEqual([
      '1.1: nothing named does what T asks',
    ]);
    expect(findFaults([{ ...item, references: [] }])).toEqual(['1.1: covered by nothing']);
    expect(findFaults([{ ...item, state: 'planned', references: [], note: 'later' }])).toEqual(['1.1: planned without a reason']);
    expect(() => readItems('1.1 | T | text')).toThrow('line 1');
    expect(() => readItems('1.1 | T | text | covered')).toThrow('line 1');
  });

  it('is what docs/coverage.md says (node infra/write-coverage.mjs writes it)', () => {
    expect(readFileSync(new URL('../../docs/coverage.md', import.meta.url), 'utf8')).toBe(coverageDocument());
  });
});
