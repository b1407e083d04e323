import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { examsWithScores, passMarkSteps, scoreSeries } from './score-series.js';

const record: ApplicantRecord = {
  externalId: 'S-1',
  name: { given: 'Chidi', family: 'Okafor' },
  season: 2027,
  applicantType: 'us-md',
  exams: [
    { exam: 'step1', takenOn: '2025-05-02', outcome: 'pass' },
    { exam: 'step2ck', takenOn: '2026-08-14', score: 224 },
    { exam: 'step2ck', takenOn: '2026-02-01', score: 209, outcome: 'fail' },
    { exam: 'step2ck', bookedFor: '2026-12-01' },
  ],
  practice: [
    { for: 'step2ck', kind: 'uwsa', takenOn: '2026-06-01', score: 221 },
    { for: 'step2ck', kind: 'nbme-ccssa', takenOn: '2026-04-01', score: 217 },
  ],
};

describe('scores over time', () => {
  it('stand in the order of their days', () => {
    const series = scoreSeries(record, 'step2ck');
    expect(series.practice.map(({ score }) => score)).toEqual([217, 221]);
    expect(series.results.map(({ score, passed }) => [score, passed])).toEqual([
      [209, false],
      [224, undefined],
    ]);
    expect(series.booked).toEqual(['2026-12-01']);
  });

  it('leave out a pass without a number', () => expect(examsWithScores(record)).toEqual(['step2ck']));
});

describe('the pass mark over time', () => {
  const marks = [
    { exam: 'step2ck' as const, since: '2022-07-01' as const, mark: 214 },
    { exam: 'step2ck' as const, since: '2025-07-01' as const, mark: 218 },
  ];
  it('changes on its day', () => {
    expect(passMarkSteps(marks, 'step2ck', '2025-01-01', '2026-01-01')).toEqual([
      { on: '2025-01-01', score: 214 },
      { on: '2025-07-01', score: 218 },
      { on: '2026-01-01', score: 218 },
    ]);
  });
  it('is not drawn for an exam without one', () => expect(passMarkSteps(marks, 'step3', '2025-01-01', '2026-01-01')).toEqual([]));
});
