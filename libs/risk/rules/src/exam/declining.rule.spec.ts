import type { Clerkship, Day } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, scored, step2, taken, us, verdictOf } from '../spec-kit.js';
import { declining } from './declining.rule.js';

const after = (step1: number, ck: number) => ({
  ...scored(ck, 'internal-medicine'),
  exams: [taken('step1', '2021-05-01', { score: step1 }), step2(ck)],
  clerkships: [],
});
const shelf = (value: number, endedOn: Day): Clerkship => ({ name: 'Core', shelf: value, endedOn });
const comlex = (...scores: number[]) =>
  scores.map((score, i) =>
    taken((['comlex1', 'comlex2', 'comlex3'] as const)[i] ?? 'comlex3', `2026-0${i + 1}-10` as Day, { score, outcome: 'pass' }),
  );

describe('exam.declining', () => {
  it.each([
    [220, 235, 'clear'],
    [220, 234, 'watch'],
    [219, 225, 'clear'],
    [219, 224, 'watch'],
    [210, 224, 'watch'],
    [209, 224, 'clear'],
    [201, 224, 'clear'],
    [200, 224, 'clear'],
  ])('Step 1 %i, then Step 2 CK %i in internal medicine: %s', (step1, ck, level) =>
    expect(levelOf(declining, after(step1, ck))).toBe(level),
  );

  it('names both bands', () =>
    expect(verdictOf(declining, after(225, 224))).toMatchObject({
      evidence: { declines: [{ in: 'step1-to-step2', step1: 225, step1Band: 'on-target', step2: 224, category: 'B' }] },
    }));

  it.each([
    ['each COMLEX level lower', comlex(520, 500), 'watch'],
    ['equal COMLEX levels', comlex(500, 500), 'clear'],
    ['lower, then higher', comlex(520, 500, 510), 'clear'],
    ['one COMLEX level', comlex(450), 'clear'],
  ])('%s: %s', (_, exams, level) => expect(levelOf(declining, { ...us, exams, clerkships: [] })).toBe(level));

  it.each([
    ['three falling', [shelf(80, '2025-06-01'), shelf(75, '2025-08-01'), shelf(70, '2025-10-01')], 'watch'],
    ['three falling, listed in any order', [shelf(70, '2025-10-01'), shelf(80, '2025-06-01'), shelf(75, '2025-08-01')], 'watch'],
    ['two falling', [shelf(80, '2025-06-01'), shelf(75, '2025-08-01')], 'clear'],
    ['not each lower', [shelf(80, '2025-06-01'), shelf(75, '2025-08-01'), shelf(75, '2025-10-01')], 'clear'],
    ['the third after the day', [shelf(80, '2025-06-01'), shelf(75, '2025-08-01'), shelf(70, '2026-10-01')], 'clear'],
  ])('shelf exams, %s: %s', (_, clerkships, level) => expect(levelOf(declining, { ...us, exams: [], clerkships })).toBe(level));

  it.each([
    ['neither exams nor clerkships', us, 'unknown: exams, clerkships'],
    ['no clerkships', { ...us, exams: [] }, 'unknown: clerkships'],
    [
      'a numeric Step 1 and no specialty',
      { ...us, exams: [taken('step1', '2021-05-01', { score: 225 }), step2(240)], clerkships: [] },
      'unknown: specialtyPlan.primary',
    ],
    [
      'a Step 1 of the numeric years without a score',
      { ...us, exams: [taken('step1', '2021-05-01', { outcome: 'pass' })], clerkships: [] },
      'unknown: exams[step1].score',
    ],
  ])('%s: %s', (_, record, answer) => expect(levelOf(declining, record)).toBe(answer));

  it('is raised by a known decline even while other facts are missing', () =>
    expect(levelOf(declining, { ...us, clerkships: [shelf(80, '2025-06-01'), shelf(75, '2025-08-01'), shelf(70, '2025-10-01')] })).toBe(
      'watch',
    ));

  it('follows a changed number from its day on', () => {
    const policy = changing('exam.declining.comlex-results', '2026-09-10', 3);
    const record = { ...us, exams: comlex(520, 500), clerkships: [] };
    expect(levelOf(declining, record, '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(declining, record, '2026-09-10', { policy })).toBe('clear');
  });
});
