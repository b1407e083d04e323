import { describe, expect, it } from 'vitest';
import { validateRecord } from './validate.js';

const good = { externalId: 'S-0042', name: { given: 'Ada', family: 'Osei' }, season: 2027, applicantType: 'us-md' };
const faults = (change: object) => {
  const validated = validateRecord({ ...good, ...change });
  return validated.ok ? [] : validated.issues;
};

describe('a record', () => {
  it('needs an id, a name, a season and a type, and nothing else', () => {
    expect(validateRecord(good)).toEqual({ ok: true, value: good });
    expect(validateRecord({})).toEqual({
      ok: false,
      issues: ['externalId', 'name', 'season', 'applicantType'].map((path) => ({ path, reason: 'is missing' })),
    });
  });

  it.each([null, 7, 'text', [], undefined])('is not %j', (input) => expect(validateRecord(input).ok).toBe(false));

  it('refuses unknown keys at their own path, however deep', () => {
    expect(faults({ nmae: 'x' })).toEqual([{ path: 'nmae', reason: 'is not a field of the record' }]);
    expect(faults({ exams: [{ exam: 'step1', takenOn: '2025-01-02', scroe: 3 }] })).toEqual([
      { path: 'exams.0.scroe', reason: 'is not a field of the record' },
    ]);
  });

  it.each([
    ['a day that does not exist', { graduatesOn: '2027-02-30' }, 'graduatesOn'],
    ['a day in the year 0000', { bornOn: '0000-01-01' }, 'bornOn'],
    ['an empty text for a fact that is not known', { advisor: '' }, 'advisor'],
    ['a specialty that is not in the register', { specialtyPlan: { primary: 'wizardry' } }, 'specialtyPlan.primary'],
    ['a result without the day it was taken', { exams: [{ exam: 'step1', bookedFor: '2026-01-01', outcome: 'pass' }] }, 'exams.0.takenOn'],
    ['an exam neither taken nor booked', { exams: [{ exam: 'step1' }] }, 'exams.0.takenOn'],
    [
      'an experience that ends before it begins',
      { experiences: [{ kind: 'away', from: '2026-02-01', to: '2026-01-01' }] },
      'experiences.0.to',
    ],
    ['a NUL in a name', { name: { given: 'A\u0000', family: 'B' } }, 'name.given'],
    ['half a character', { name: { given: '\ud800', family: 'B' } }, 'name.given'],
    [
      'a score that is not a number',
      { exams: [{ exam: 'step2ck', takenOn: '2026-01-01', score: Number.POSITIVE_INFINITY }] },
      'exams.0.score',
    ],
    [
      'a list longer than any person has',
      { letters: Array.from({ length: 501 }, () => ({ writer: 'other', status: 'asked' })) },
      'letters',
    ],
  ])('refuses %s', (_, change, path) => expect(faults(change)).toMatchObject([{ path, reason: expect.stringMatching(/\w/) }]));

  it('keeps "there are none" apart from "not known"', () => {
    expect(validateRecord({ ...good, exams: [] })).toEqual({ ok: true, value: { ...good, exams: [] } });
    expect(validateRecord(good)).not.toHaveProperty('value.exams');
  });

  it('is not fooled by a prototype', () => {
    const hostile = JSON.parse(
      `{"externalId":"S-1","name":{"given":"A","family":"B"},"season":2027,"applicantType":"us-md","__proto__":{"admin":true}}`,
    );
    expect(validateRecord(hostile)).toMatchObject({ ok: false });
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('a hostile record', () => {
  const nested = (depth: number, open: string, close: string): unknown => JSON.parse(`${open.repeat(depth)}1${close.repeat(depth)}`);

  it.each([
    ['a list a hundred thousand deep', nested(100_000, '[', ']')],
    ['an object a hundred thousand deep', nested(100_000, '{"a":', '}')],
  ])('with %s anywhere is refused there', (_, deep) => {
    for (const change of [
      { specialtyPlan: { primary: deep } },
      { exams: deep },
      { season: deep },
      { name: deep },
      { match: { outcome: deep } },
    ])
      expect(faults(change).length, Object.keys(change)[0]).toBeGreaterThan(0);
    expect(validateRecord(deep).ok).toBe(false);
  });

  it('with a million items or keys is refused in few words', () => {
    expect(faults({ exams: Array.from({ length: 1_000_000 }, () => 1) })).toEqual([
      { path: 'exams', reason: expect.stringContaining('500') as string },
    ]);
    expect(faults(Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`k${i}`, 1])))).toHaveLength(100);
  });

  it('with a text of a million characters is refused without repeating it', () => {
    const long = 'x'.repeat(1_000_000);
    const issues = faults({ [long]: 1, specialtyPlan: { primary: long }, email: long, externalId: long, applicantType: long });
    expect(issues.length).toBeGreaterThan(4);
    expect(JSON.stringify(issues).length).toBeLessThan(2000);
  });

  it('with the names of every object is refused, and changes none', () => {
    const keys = JSON.parse('{"__proto__": {"season": 1999}, "constructor": {"prototype": {"polluted": true}}, "toString": 1}') as object;
    expect(faults(keys).map(({ path }) => path)).toEqual(expect.arrayContaining(['constructor', 'toString']));
    expect(validateRecord(JSON.parse('{"__proto__": {"externalId": "S-1"}}')).ok).toBe(false);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([
    ['NUL', 'A\u0000'],
    ['a lone surrogate', '\ud800'],
    ['a line break', 'A\nB'],
    ['DEL', 'A\u007f'],
  ])('with %s in a text is refused', (_, given) =>
    expect(faults({ name: { given, family: 'Osei' } })).toEqual([{ path: 'name.given', reason: 'must not hold control characters' }]),
  );
});
