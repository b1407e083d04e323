import { choiceNames, type PolicyDifference, type PolicyNotice, type ValueKind } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { choiceText, policyDifferenceText, policyKeyLabel, policyNoticeText, policyValueText } from './index.js';

const points = { type: 'number', unit: 'points', min: 1, max: 300, step: 1 } as const;
const letters = { ...points, unit: 'letters' };
const topics: Readonly<Record<string, { about: string; kind: ValueKind }>> = {
  'letters.total': { about: 'Letters to have, at least', kind: letters },
  'letters.total-best': { about: 'Letters to have', kind: letters },
};
const find = (key: string) => topics[key];

describe('a value of the policy', () => {
  it.each<[ValueKind, unknown, string]>([
    [points, 230, '230 points'],
    [letters, 1, '1 letter'],
    [{ ...points, unit: 'per cent' }, 25, '25 %'],
    [{ ...points, unit: 'US dollars', step: 0.01 }, 11.5, '$11.50'],
    [{ type: 'level', unit: 'finding level' }, 'act', 'Needs a check-in'],
    [{ type: 'day', unit: 'exam day' }, '2022-01-26', '26 January 2022'],
    [{ type: 'month-day', unit: 'month and day' }, '06-20', '20 June'],
    [{ type: 'season-line', unit: 'day' }, { year: 'match', on: '01-15' }, '15 January of the Match year'],
    [{ type: 'choice', unit: 'tier', of: 'specialty-tier', options: [], optional: true }, 'competitive', 'Competitive'],
    [{ type: 'choice', unit: 'tier', of: 'specialty-tier', options: [], optional: true }, null, 'None'],
    [{ type: 'choices', unit: 'specialties', of: 'specialty', options: [] }, ['pediatrics', 'psychiatry'], 'Pediatrics and Psychiatry'],
    [{ type: 'choices', unit: 'specialties', of: 'specialty', options: [] }, [], 'None'],
    [{ type: 'numbers', unit: 'points', each: points, count: null }, [225, 235, 245], '225, 235, 245 points'],
    [{ type: 'range', unit: 'points', ends: ['low', 'high'], each: points, open: true }, { low: 240, high: 250 }, '240–250 points'],
    [{ type: 'range', unit: 'points', ends: ['low', 'high'], each: points, open: true }, { low: 250, high: null }, '250 points and above'],
    [{ type: 'range', unit: 'letters', ends: ['minimum', 'maximum'], each: letters, open: false }, { minimum: 3, maximum: 3 }, '3 letters'],
    [
      { type: 'fields', unit: 'letters', fields: { gold: letters, silver: letters }, optional: true },
      { gold: 3, silver: 0 },
      'Gold: 3 letters',
    ],
    [{ type: 'fields', unit: 'letters', fields: { gold: letters }, optional: true }, null, 'Not known'],
    [
      { type: 'calendar', unit: 'days', marks: ['opens', 'ends'] },
      { opens: '2026-06-04', ends: '2027-05-31' },
      'Application service opens 4 June 2026; Season ends 31 May 2027',
    ],
  ])('%j %j reads %s', (kind, value, text) => expect(policyValueText({ kind }, value)).toBe(text));

  it('that is not of its kind is shown as it was written', () => {
    expect(policyValueText({ kind: points }, 'many')).toBe('many');
    expect(policyValueText({ kind: { type: 'day', unit: 'day' } }, 'soon')).toBe('soon');
    expect(policyValueText({ kind: { type: 'numbers', unit: 'points', each: points, count: null } }, null)).toBe('null');
  });

  it('chosen from a list has a name, whatever the list', () => {
    for (const name of choiceNames) expect(choiceText(name, 'unheard-of')).not.toBe('');
    expect(choiceText('visa-need', 'h1b-only')).toBe('H-1B only');
    expect(choiceText('advice-owner', 'dean')).toMatch(/dean/i);
  });

  it('is called by its specialty where there is one of each', () => {
    expect(policyKeyLabel('specialty.tier.urology', { about: 'Tier of the specialty' })).toBe('Tier of Urology');
    expect(policyKeyLabel('signals.urology', { about: 'Program signals' })).toBe('Program signals in Urology');
    expect(policyKeyLabel('letters.total', { about: 'Letters to have, at least' })).toBe('Letters to have, at least');
  });
});

describe('a notice about a policy', () => {
  it('names the values and what they say', () => {
    const notice: PolicyNotice = {
      code: 'values.out-of-order',
      severity: 'error',
      keys: ['letters.total-best', 'letters.total'],
      evidence: {
        on: '2026-10-12',
        values: [
          { key: 'letters.total', value: 5 },
          { key: 'letters.total-best', value: 4 },
        ],
      },
    };
    expect(policyNoticeText(notice, find)).toBe('“Letters to have, at least” (5 letters) must not be above “Letters to have” (4 letters).');
  });
  it('says how many trial records a rule was raised for', () =>
    expect(
      policyNoticeText(
        { code: 'rule.never-raised', severity: 'warning', keys: [], evidence: { rule: 'letters.too-few', before: 57, trials: 2000 } },
        find,
      ),
    ).toMatch(/raised for 57 of 2,000 trial records under the policy in force and for none under this one\.$/));
});

it('a difference of two policies names both values', () => {
  const entry = (value: number) => ({ since: '2010-01-01', value, sources: ['school'] }) as const;
  const difference: PolicyDifference = { key: 'letters.total', before: entry(3), after: entry(4), steps: [] };
  expect(policyDifferenceText(difference, find)).toBe('3 letters → 4 letters');
  expect(policyDifferenceText({ ...difference, before: null }, find)).toBe('nothing → 4 letters');
});
