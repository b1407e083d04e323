import type { ApplicantRecord, ApplicantType } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { syntheticRecords } from './synthetic.js';

const population = { count: 8_000, seed: 11, season: 2027, asOf: '2027-03-01' } as const;
const records = [...syntheticRecords(population)];

function firstStep2(type: ApplicantType): number[] {
  return records
    .filter((record) => record.applicantType === type)
    .flatMap((record) => record.exams?.find(({ exam, score }) => exam === 'step2ck' && score !== undefined)?.score ?? []);
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]): number => {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
};
const share = (holds: (record: ApplicantRecord) => boolean): number => records.filter(holds).length / records.length;

describe('a synthetic population', () => {
  it('is the same for the same values, one record at a time', () => {
    const [first, second] = syntheticRecords(population);
    expect([first, second]).toEqual(records.slice(0, 2));
    expect([...syntheticRecords({ ...population, count: 3, seed: 12 })]).not.toEqual(records.slice(0, 3));
  });

  it('scores like US seniors: mean 251, SD 15, international graduates lower', () => {
    expect(Math.abs(mean(firstStep2('us-md')) - 251)).toBeLessThan(1);
    expect(deviation(firstStep2('us-md'))).toBeGreaterThan(14);
    expect(deviation(firstStep2('us-md'))).toBeLessThan(16);
    expect(mean(firstStep2('non-us-img'))).toBeLessThan(248);
    expect(mean(firstStep2('us-img'))).toBeLessThan(243);
  });

  it('fails and retakes now and then, and passes by the mark of the day', () => {
    const failed = share(({ exams }) => exams?.some(({ outcome }) => outcome === 'fail') === true);
    expect(failed).toBeGreaterThan(0.02);
    expect(failed).toBeLessThan(0.1);
    for (const { exams = [] } of records)
      for (const { exam, outcome, takenOn = '', score = 0 } of exams)
        if (exam === 'step2ck' && outcome === 'pass' && takenOn >= '2025-07-01') expect(score).toBeGreaterThanOrEqual(218);
  });

  it('chooses every kind of field, the most sought ones rarely', () => {
    const aims = new Set(records.map(({ specialtyPlan }) => specialtyPlan?.primary));
    expect(aims.size).toBeGreaterThan(18);
    expect(share(({ specialtyPlan }) => specialtyPlan?.primary === 'internal-medicine')).toBeGreaterThan(0.15);
    expect(share(({ specialtyPlan }) => specialtyPlan?.primary === 'dermatology')).toBeLessThan(0.04);
  });
});
