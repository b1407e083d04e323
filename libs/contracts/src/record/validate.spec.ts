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
