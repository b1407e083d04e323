import { describe, expect, it } from 'vitest';
import { groupKeys, isToConfirm, type ShownKey } from './policy-filter.js';

const key = (name: string, more: Partial<ShownKey> = {}): ShownKey => ({
  key: name,
  about: 'About it',
  unit: 'letters',
  values: [{ since: '2010-01-01', value: 3, sources: [{ id: '002#letters', label: '002 · Letters', title: 'A guide' }], confirm: false }],
  inForce: '2010-01-01',
  standard: null,
  changed: null,
  rules: ['letters.too-few'],
  ...more,
});
const changed = { versionId: 1, version: 'spring', by: 'A', at: '2026-11-01T00:00:00Z', reason: 'so' };
const keys = [
  key('letters.total'),
  key('letters.us', { changed }),
  key('category.A.gap-up-to', {
    rules: [],
    values: [{ since: '2010-01-01', value: 10, sources: [], confirm: true }],
  }),
];
const names = (filter: Partial<Parameters<typeof groupKeys>[1]>) =>
  groupKeys(keys, { q: '', show: 'all', group: null, ...filter }).map(({ group, keys: found }) => [group, found.map((each) => each.key)]);

describe('the numbers of the policy page', () => {
  it('stand in groups, in display order', () =>
    expect(names({})).toEqual([
      ['category', ['category.A.gap-up-to']],
      ['letters', ['letters.total', 'letters.us']],
    ]));

  it('can be those that the school changed, or that it should confirm', () => {
    expect(names({ show: 'changed' })).toEqual([['letters', ['letters.us']]]);
    expect(names({ show: 'confirm' })).toEqual([['category', ['category.A.gap-up-to']]]);
    expect(keys.map(isToConfirm)).toEqual([false, false, true]);
  });

  it('are found by name, key, rule and source, every word of the search', () => {
    expect(names({ q: 'letters.tot' })).toEqual([['letters', ['letters.total']]]);
    expect(names({ q: 'FEW letters' })).toEqual([['letters', ['letters.total', 'letters.us']]]);
    expect(names({ q: 'guide' })).toEqual([['letters', ['letters.total', 'letters.us']]]);
    expect(names({ q: 'guide nonsense' })).toEqual([]);
  });

  it('can be those of one area', () => expect(names({ group: 'category' })).toEqual([['category', ['category.A.gap-up-to']]]));
});
