import { describe, expect, it } from 'vitest';
import { checkPastedIds } from './check-pasted-ids.js';

const known = [
  { id: 1, externalId: 'A-1', name: 'Ada Osei' },
  { id: 2, externalId: 'A-2', name: 'Bo Lind' },
];

describe('pasted ids', () => {
  it('name each line that nobody can be taken from, and why', () => {
    expect(checkPastedIds(['A-1', '', '  A-2 ', 'A-1', 'B-9', 'B-9'], known)).toEqual({
      found: [
        { id: 1, externalId: 'A-1', name: 'Ada Osei', line: 1 },
        { id: 2, externalId: 'A-2', name: 'Bo Lind', line: 3 },
      ],
      refused: [
        { line: 4, text: 'A-1', fault: 'duplicate', sameAs: 1 },
        { line: 5, text: 'B-9', fault: 'unknown', sameAs: null },
        { line: 6, text: 'B-9', fault: 'duplicate', sameAs: 5 },
      ],
    });
  });

  it('that are no ids at all are nobody', () => {
    expect(checkPastedIds(['', '   '], known)).toEqual({ found: [], refused: [] });
    expect(checkPastedIds(['__proto__', 'a-1'], known).refused.map(({ fault }) => fault)).toEqual(['unknown', 'unknown']);
  });
});
