import { describe, expect, it } from 'vitest';
import { changedPaths } from './changed-paths.js';
import { fillReason, populationReason } from './hold.js';

describe('an import is held', () => {
  it.each([
    [180, 200, false],
    [179, 200, true],
    [250, 200, false],
    [5, 0, false],
  ])('when %i are named of %i on file: %s', (named, onFile, held) =>
    expect(
      populationReason(
        new Map([[2027, named]]),
        new Map([
          [2027, onFile],
          [2026, 500],
        ]),
      ) !== undefined,
    ).toBe(held),
  );

  it.each([
    [90, 20, true],
    [90, 61, false],
    [55, 45, false],
    [40, 0, false],
  ])('when a column was filled in %i of 100 rows and is in %i: %s', (was, is, held) => {
    const now = { file: 'exams' as const, rows: 100, filled: { score: is } };
    expect(fillReason(now, { rows: 100, filled: { score: was } }) !== undefined).toBe(held);
  });

  it('when a column has gone altogether, but not for a handful of rows', () => {
    expect(fillReason({ file: 'exams', rows: 50, filled: {} }, { rows: 50, filled: { score: 50 } })).toContain('Column score of exams.csv');
    expect(fillReason({ file: 'exams', rows: 5, filled: {} }, { rows: 50, filled: { score: 50 } })).toBeUndefined();
  });
});

describe('changed paths', () => {
  const record = { externalId: 'S-1', name: { given: 'Ada', family: 'Osei' }, season: 2027, applicantType: 'us-md' as const };

  it('name single facts by dots and lists as a whole, and nothing that says the same', () => {
    const after = { ...record, name: { family: 'Osei', given: 'Eve', preferred: undefined }, exams: [], visa: { need: 'j1' as const } };
    expect(changedPaths(record, after)).toEqual(['name.given', 'exams', 'visa']);
    expect(changedPaths({ ...record, exams: [{ exam: 'step1', score: 1 }] }, { ...record, exams: [{ score: 1, exam: 'step1' }] })).toEqual(
      [],
    );
  });
});
