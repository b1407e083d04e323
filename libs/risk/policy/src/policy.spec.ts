import { addDays, type Day, specialtyKeys } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { defaultPolicy, findSeason, type PolicyKey, resolvePolicy, revisePolicy } from './index.js';

const asOf: Day = '2026-09-10';
const values = resolvePolicy(defaultPolicy, asOf);

describe('the default policy', () => {
  it.each([
    ['specialty.range.ultra-competitive', { low: 250, high: null }],
    ['specialty.range.competitive', { low: 240, high: 250 }],
    ['specialty.range.mid-competitive', { low: 235, high: 245 }],
    ['specialty.range.less-competitive', { low: 225, high: 240 }],
    ['category.A.gap-up-to', 10],
    ['category.B.gap-up-to', 20],
    ['category.near-pass-margin', 6],
    ['exam.screens', [225, 235, 245]],
    ['exam.screens.img', [210, 220]],
    ['img.trigger.step2-below', 230],
    ['programs.category.A', { minimum: 40, maximum: 40 }],
    ['programs.category.B', { minimum: 60, maximum: 60 }],
    ['programs.category.C', { minimum: 80, maximum: 80 }],
    ['programs.primary-care', { minimum: 30, maximum: 60 }],
    ['programs.competitive', { minimum: 60, maximum: 100 }],
    ['programs.img.moderate', { minimum: 80, maximum: 120 }],
    ['programs.img.very-high', { minimum: 150, maximum: 200 }],
  ] as const)('%s', (key, value) => expect(values[key]).toEqual(value));

  it('places every specialty: 14 by article 003, 6 proposed from others, 9 left to the school', () => {
    const entries = specialtyKeys.map((key) => Object.values(defaultPolicy.values[`specialty.tier.${key}`].values)[0]);
    expect(entries.filter((entry) => entry?.value != null && !entry.confirm)).toHaveLength(14);
    expect(entries.filter((entry) => entry?.value != null && entry.confirm)).toHaveLength(6);
    expect(entries.filter((entry) => entry?.value === null)).toHaveLength(9);
  });

  it('marks what the sources leave open, for the school to confirm', () => {
    const open: PolicyKey[] = [
      'category.near-pass-margin',
      'img.high.step2-up-to',
      'risk.stacking.act-areas',
      'exam.score-age.watch-years',
    ];
    for (const key of open)
      expect(
        Object.values(defaultPolicy.values[key]?.values ?? {}).every(({ confirm }) => confirm),
        key,
      ).toBe(true);
  });
});

describe('a revision of a policy', () => {
  const revised = revisePolicy(defaultPolicy, 'school-1', {
    'category.near-pass-margin': {
      ...defaultPolicy.values['category.near-pass-margin'],
      values: { '2026-01-01': { value: 8, sources: ['default'] } },
    },
  });

  it('changes only the values it names', () => {
    expect(resolvePolicy(revised, asOf)).toEqual({ ...values, 'category.near-pass-margin': 8 });
    expect(revised.version).toBe('school-1');
  });
  it('leaves the policy it began from as it was', () => expect(resolvePolicy(defaultPolicy, asOf)['category.near-pass-margin']).toBe(6));
  it('cannot be used on days before its values begin', () =>
    expect(() => resolvePolicy(revised, addDays('2026-01-01', -1))).toThrow('No policy in force on 2025-12-31 for: Scores less than this'));
});

describe('the calendar of a season', () => {
  it.each([
    [2026, { submit: '2025-09-03', review: '2025-09-24', rol: '2026-03-04', monday: '2026-03-16' }],
    [2027, { submit: '2026-09-02', review: '2026-09-23', rol: '2027-03-03', monday: '2027-03-15' }],
  ])('%i', (season, days) => expect(findSeason(defaultPolicy, season, asOf)).toMatchObject(days));
  it('is undefined for a season that was not announced', () => expect(findSeason(defaultPolicy, 2028, asOf)).toBeUndefined());
});
