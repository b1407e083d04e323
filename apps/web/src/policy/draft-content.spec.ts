import type { Day, PolicyNotice } from '@matchwatch/domain';
import { readPolicyChanges } from '@matchwatch/risk-rules';
import { describe, expect, it } from 'vitest';
import { citationOf, citationText, isSameContent, movedDay, startingDates, withKey, withoutDay } from './draft-content.js';
import type { ShownKey } from './policy-filter.js';
import { noticesAbout } from './use-draft.js';

const letters: ShownKey = {
  key: 'letters.total',
  about: 'Letters',
  unit: 'letters',
  values: [{ since: '2010-01-01', value: 3, sources: [{ id: '002#letters', label: '002 · Letters', title: 'A guide' }], confirm: true }],
  inForce: '2010-01-01',
  standard: null,
  changed: null,
  rules: [],
};
const old = { value: 3, sources: ['002#letters'], confirm: true } as const;

describe('a draft', () => {
  it('keeps what held before, and begins a value to be edited on its day', () => {
    const dates = startingDates(letters, '2026-12-01');
    expect(dates).toEqual({ '2010-01-01': old, '2026-12-01': { value: 3, sources: [] } });
    expect(readPolicyChanges({ 'letters.total': dates }).ok, 'the library reads it').toBe(true);
  });

  it('takes a key in and out', () => {
    const changes = withKey({}, 'letters.total', { '2010-01-01': old });
    expect(changes).toEqual({ 'letters.total': { '2010-01-01': old } });
    expect(withKey(changes, 'letters.total', undefined)).toEqual({});
  });

  it('moves a value to another day, but never over one that is there', () => {
    const dates = { '2010-01-01': old, '2026-12-01': { ...old, value: 4 } };
    expect(Object.keys(movedDay(dates, '2026-12-01', '2027-01-01'))).toEqual(['2010-01-01', '2027-01-01']);
    expect(movedDay(dates, '2026-12-01', '2010-01-01')).toEqual(dates);
    expect(withoutDay(dates, '2026-12-01')).toEqual({ '2010-01-01': old });
  });

  it('cites the register as it is, and anything else as a decision of the school', () => {
    const known = new Set(['002#letters']);
    expect(citationOf('002#letters', known)).toBe('002#letters');
    expect(citationOf(' Faculty meeting, 3 November ', known)).toBe('school#Faculty meeting, 3 November');
    expect(citationText('school#Faculty meeting', new Map())).toBe('Faculty meeting');
    expect(citationText('002#letters', new Map([['002#letters', '002 · Letters']]))).toBe('002 · Letters');
  });

  it('is the same whatever the order of its names', () => {
    const content = { version: 'a', reason: 'b', effectiveOn: '2026-12-01', changes: { x: { '2026-12-01': old } } } as const;
    const { changes, ...rest } = content;
    expect(isSameContent(content, { changes, ...rest })).toBe(true);
    expect(isSameContent(content, { ...content, reason: 'c' })).toBe(false);
  });

  it('hears of errors first, then of rules that fall silent, and of what is good to know only about its own numbers', () => {
    const unconfirmed = (key: string, since: Day): PolicyNotice => ({
      code: 'value.unconfirmed',
      severity: 'information',
      keys: [key],
      evidence: { since },
    });
    const silent: PolicyNotice = {
      code: 'rule.silent',
      severity: 'warning',
      keys: ['letters.us'],
      evidence: { on: '2026-12-01', rule: 'letters.us', level: null },
    };
    const unsourced: PolicyNotice = {
      code: 'value.no-source',
      severity: 'error',
      keys: ['letters.total'],
      evidence: { since: '2026-12-01' },
    };
    const own = unconfirmed('letters.total', '2026-12-01');
    const others = [unconfirmed('letters.us', '2026-12-01'), unconfirmed('letters.total', '2010-01-01')];
    expect(
      noticesAbout([own, ...others, silent, unsourced], {
        effectiveOn: '2026-12-01',
        changes: { 'letters.total': { '2026-12-01': old } },
      }),
    ).toEqual([unsourced, silent, own]);
  });
});
