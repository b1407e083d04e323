import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { assess, defaultPolicy } from './index.js';
import { img, late, scored, step2, taken, us } from './spec-kit.js';

const strengths = (record: ApplicantRecord) => assess(record, defaultPolicy, late).strengths;
const codes = (record: ApplicantRecord) => strengths(record).map(({ code }) => code);

describe('strengths', () => {
  it('an empty record has none', () => expect(strengths(us)).toEqual([]));

  it.each([
    [224, []],
    [225, [225]],
    [235, [225, 235]],
    [260, [225, 235, 245]],
  ])('a %i clears %j', (score, cleared) =>
    expect(strengths({ ...us, exams: [step2(score)] })).toEqual(
      cleared.length === 0 ? [] : [{ code: 'exam.clears-screens', evidence: { score, cleared } }],
    ),
  );

  it.each([
    [
      'a better band in Step 2 CK than in Step 1',
      { ...scored(236, 'internal-medicine'), exams: [taken('step1', '2021-05-01', { score: 205 }), step2(236)] },
    ],
    ['a higher score at the retake', { ...us, exams: [step2(205, '2026-01-10'), step2(221)] }],
    [
      'a higher COMLEX level',
      {
        ...us,
        exams: [
          taken('comlex1', '2025-05-01', { score: 480, outcome: 'pass' }),
          taken('comlex2', '2026-05-01', { score: 520, outcome: 'pass' }),
        ],
      },
    ],
    [
      'three rising shelf exams',
      {
        ...us,
        clerkships: (['2025-06-01', '2025-08-01', '2025-10-01'] as const).map((endedOn, i) => ({ name: 'Core', shelf: 70 + i, endedOn })),
      },
    ],
  ] as [string, ApplicantRecord][])('rising: %s', (_, record) => expect(codes(record)).toContain('exam.rising'));

  it('a lower result is not rising', () =>
    expect(
      codes({
        ...us,
        exams: [
          taken('comlex1', '2025-05-01', { score: 520, outcome: 'pass' }),
          taken('comlex2', '2026-05-01', { score: 480, outcome: 'pass' }),
        ],
      }),
    ).toEqual([]));

  it('a passed Step 3', () => {
    expect(codes({ ...us, exams: [taken('step3', '2026-05-01', { score: 199 })] })).toEqual([]);
    expect(strengths({ ...us, exams: [taken('step3', '2026-05-01', { score: 200 })] })).toEqual([
      { code: 'exam.step3-passed', evidence: { takenOn: '2026-05-01', score: 200 } },
    ]);
  });

  it('honors by the day', () =>
    expect(
      strengths({
        ...us,
        clerkships: [
          { name: 'Surgery', grade: 'honors', endedOn: '2026-09-10' },
          { name: 'Pediatrics', grade: 'honors', endedOn: '2026-09-11' },
          { name: 'Psychiatry', grade: 'high-pass' },
        ],
      }),
    ).toEqual([{ code: 'clinical.honors', evidence: { clerkships: ['Surgery'] } }]));

  it('strong letters that are promised or there', () =>
    expect(
      strengths({
        ...us,
        letters: [
          { writer: 'attending', status: 'uploaded', strength: 'strong' },
          { writer: 'attending', status: 'agreed', strength: 'strong' },
          { writer: 'attending', status: 'asked', strength: 'strong' },
          { writer: 'attending', status: 'uploaded', strength: 'generic' },
        ],
      }),
    ).toEqual([{ code: 'letters.strong', evidence: { letters: 2 } }]));

  it('finished scholarly work', () =>
    expect(
      strengths({
        ...us,
        scholarly: [
          { kind: 'poster', status: 'submitted' },
          { kind: 'qi', status: 'in-progress' },
          { kind: 'abstract', status: 'accepted', on: '2026-09-11' },
        ],
      }),
    ).toEqual([{ code: 'scholarly.output', evidence: { works: 1 } }]));

  describe('recent hands-on US clinical experience of an IMG', () => {
    it.each([
      ['2024-09-10', ['clinical.recent-hands-on']],
      ['2024-09-09', []],
    ] as const)('that ended on %s, seen on 2026-09-10', (to, expected) =>
      expect(codes({ ...img, experiences: [{ kind: 'externship', us: true, from: '2024-08-01', to }] })).toEqual(expected),
    );
    it('is named by its first day while it goes on, so that the answer does not change daily', () =>
      expect(strengths({ ...img, experiences: [{ kind: 'sub-internship', us: true, from: '2026-09-01', to: '2026-09-30' }] })).toEqual([
        { code: 'clinical.recent-hands-on', evidence: { lastOn: '2026-09-01' } },
      ]));
    it('is not an observership', () =>
      expect(codes({ ...img, experiences: [{ kind: 'observership', us: true, to: '2026-08-01' }] })).toEqual([]));
    it('is expected of a US graduate, so no strength', () =>
      expect(codes({ ...us, experiences: [{ kind: 'away', us: true, to: '2026-08-01' }] })).toEqual([]));
  });
});
