import { describe, expect, it } from 'vitest';
import { type Citation, findCitation, showCitation } from './sources.js';

describe('a citation', () => {
  it('finds its source and passage', () =>
    expect(findCitation('003#step-0')).toMatchObject({ id: '003', source: { kind: 'article' }, passage: 'Step 0: ranges and categories' }));
  it('may mean the whole source', () =>
    expect(findCitation('ecfmg-window')).toMatchObject({ source: { kind: 'public-fact', year: 2024 } }));
  it.each(['005', '003#step-9', '', '#step-0', '003#', 'constructor', '003#constructor'])('finds nothing for %j', (ref) =>
    expect(findCitation(ref)).toBeUndefined(),
  );
});

describe('a shown citation', () => {
  it.each([
    ['003#step-0', '003 · Step 0', 'Four-phase recovery plan after a low Step 2 CK score: Step 0: ranges and categories'],
    ['003', 'Four-phase recovery plan after a low Step 2 CK score', 'Four-phase recovery plan after a low Step 2 CK score'],
    [
      'ecfmg-window',
      'ECFMG certification: time limit for passing the examinations',
      'ECFMG certification: time limit for passing the examinations',
    ],
  ])('%s names an article by number and section, anything else by its title', (ref, label, title) =>
    expect(showCitation(findCitation(ref) as Citation)).toEqual({ id: ref, label, title }),
  );
});
