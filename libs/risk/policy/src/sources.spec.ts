import { describe, expect, it } from 'vitest';
import { findCitation } from './sources.js';

describe('a citation', () => {
  it('finds its source and passage', () =>
    expect(findCitation('003#step-0')).toMatchObject({ id: '003', source: { kind: 'article' }, passage: 'Step 0: ranges and categories' }));
  it('may mean the whole source', () =>
    expect(findCitation('ecfmg-window')).toMatchObject({ source: { kind: 'public-fact', year: 2024 } }));
  it.each(['005', '003#step-9', '', '#step-0', '003#', 'constructor', '003#constructor'])('finds nothing for %j', (ref) =>
    expect(findCitation(ref)).toBeUndefined(),
  );
});
