import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { assemble } from './assemble.js';

const base: ApplicantRecord = {
  externalId: 'S-1',
  name: { given: 'Ada', family: 'Osei' },
  season: 2027,
  applicantType: 'us-md',
  visa: { need: 'none' },
  exams: [{ exam: 'step1', takenOn: '2025-02-01', outcome: 'pass' }],
  redFlags: [{ kind: 'leave' }],
};
const single = (facts: Record<string, unknown>, unknown: string[] = []) => ({ file: 'applicants', row: 4, said: { facts, unknown } });
const put = (rows: Parameters<typeof assemble>[0]['rows'], on: ApplicantRecord | null = base) =>
  assemble({ externalId: 'S-1', school: 'demo', base: on, rows });

describe('an applicant put together', () => {
  it('keeps what no file speaks of', () =>
    expect(put([single({ email: 'ada@example.edu' })]).record).toEqual({ ...base, email: 'ada@example.edu' }));

  it('loses a fact only when a cell says that it is not known any more', () => {
    expect(put([single({}, ['visa.need', 'name.preferred'])]).record).toEqual({ ...base, visa: undefined });
    expect(put([single({}, ['visa.need'])]).record).not.toHaveProperty('visa');
  });

  it('takes the rows of a list in place of the list, and none as none', () => {
    const exam = { exam: 'step2ck', bookedFor: '2026-06-01' };
    expect(put([{ file: 'exams', row: 1, said: { item: exam } }]).record).toEqual({ ...base, exams: [exam] });
    expect(put([{ file: 'red-flags', row: 1, said: { none: true } }]).record).toEqual({ ...base, redFlags: [] });
  });

  it('takes an outcome from its own file', () => {
    const outcome = { file: 'outcomes', row: 9, said: { facts: { 'match.outcome': 'soap' }, unknown: [] } };
    expect(put([outcome]).record?.match).toEqual({ outcome: 'soap' });
  });

  it('does not change what is on file in place', () => {
    const before = structuredClone(base);
    put([single({ 'name.given': 'Eve', 'visa.need': 'j1' })]);
    expect(base).toEqual(before);
  });
});

describe('an applicant is refused', () => {
  it('whole, when a row was refused, and says nothing twice', () =>
    expect(put([single({}), { file: 'exams', row: 2, said: null }])).toEqual({ refused: [] }));

  it('when two rows of a single fact stand against each other', () => {
    expect(put([single({ season: 2027 }), { ...single({ season: 2028 }), row: 8 }]).refused).toMatchObject([
      { row: 4, reason: 'stands in 2 rows' },
      { row: 8, reason: 'stands in 2 rows' },
    ]);
  });

  it('when it is not on file and applicants.csv does not name it', () => {
    expect(put([{ file: 'exams', row: 2, said: { item: {} } }], null).refused).toMatchObject([
      { file: 'exams', row: 2, column: 'externalId' },
    ]);
  });

  it('with the column and the row of every fact that is missing or wrong', () => {
    expect(put([single({ 'name.given': 'Ada', season: 27, email: 'nobody' })], null).refused).toMatchObject([
      { file: 'applicants', row: 4, column: 'name.family', reason: 'is missing' },
      { file: 'applicants', row: 4, column: 'email' },
      { file: 'applicants', row: 4, column: 'season' },
      { file: 'applicants', row: 4, column: 'applicantType', reason: 'is missing' },
    ]);
  });

  it('when it belongs to another school', () =>
    expect(put([single({ school: 'elsewhere' })]).refused).toMatchObject([{ column: 'school', reason: 'is not this school' }]));

  it('when a list says none beside rows, or has too many', () => {
    const item = { file: 'red-flags', row: 2, said: { item: { kind: 'leave' } } };
    expect(put([{ file: 'red-flags', row: 1, said: { none: true } }, item]).refused).toMatchObject([
      { row: 1, reason: expect.stringContaining('none') },
    ]);
    expect(put(Array.from({ length: 501 }, (_, i) => ({ ...item, row: i + 1 }))).refused).toMatchObject([{ row: 501 }]);
  });
});
