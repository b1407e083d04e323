import type { SpecialtyKey } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, scored, step2, taken, us, verdictOf } from '../spec-kit.js';
import { step2Category } from './step2-category.rule.js';

describe('exam.step2-category', () => {
  it.each<[number, SpecialtyKey, string]>([
    [250, 'dermatology', 'clear'],
    [249, 'dermatology', 'watch'],
    [240, 'dermatology', 'watch'],
    [239, 'dermatology', 'act'],
    [230, 'dermatology', 'act'],
    [229, 'dermatology', 'urgent'],
    [240, 'anesthesiology', 'clear'],
    [239, 'anesthesiology', 'watch'],
    [235, 'internal-medicine', 'clear'],
    [234, 'internal-medicine', 'watch'],
    [225, 'internal-medicine', 'watch'],
    [224, 'internal-medicine', 'act'],
    [225, 'pediatrics', 'clear'],
    [224, 'pediatrics', 'watch'],
  ])('%i in %s: %s', (score, specialty, level) => expect(levelOf(step2Category, scored(score, specialty))).toBe(level));

  it.each([
    [231, true],
    [230, false],
  ])('calls a gap under 5 marginal (%i)', (score, marginal) =>
    expect(verdictOf(step2Category, scored(score, 'internal-medicine'))).toMatchObject({ evidence: { marginal } }),
  );

  it('says what was compared with what', () =>
    expect(verdictOf(step2Category, scored(231, 'internal-medicine'))).toEqual({
      is: 'raised',
      level: 'watch',
      evidence: {
        category: 'A',
        specialty: 'internal-medicine',
        tier: 'mid-competitive',
        score: 231,
        low: 235,
        gap: 4,
        takenOn: '2026-06-15',
        passMark: 218,
        marginal: true,
        nearPass: false,
      },
    }));

  describe('close to the pass mark of the exam day', () => {
    it.each([
      ['2026-06-15', 223, 'urgent'],
      ['2026-06-15', 224, 'watch'],
      ['2025-06-30', 219, 'urgent'],
      ['2025-06-30', 220, 'watch'],
      ['2025-07-01', 223, 'urgent'],
    ] as const)('taken %s with %i: %s', (takenOn, score, level) =>
      expect(levelOf(step2Category, { ...us, exams: [step2(score, takenOn)], specialtyPlan: { primary: 'pediatrics' } })).toBe(level),
    );

    it('is category C even before a specialty is named', () =>
      expect(verdictOf(step2Category, { ...us, exams: [step2(220)] })).toMatchObject({
        level: 'urgent',
        evidence: { category: 'C', nearPass: true, specialty: null, gap: null },
      }));
  });

  describe('pass or fail is settled first, by the mark of the exam day', () => {
    it('a 216 of 2024 is a pass and close to the mark', () =>
      expect(levelOf(step2Category, { ...us, exams: [step2(216, '2024-06-01')], specialtyPlan: { primary: 'pediatrics' } })).toBe(
        'urgent',
      ));
    it('a 216 of 2026 is a fail, which another rule reports', () =>
      expect(levelOf(step2Category, scored(216, 'pediatrics'))).toBe('clear'));
    it('reads the passed sitting after a failed one', () =>
      expect(
        levelOf(step2Category, {
          ...us,
          exams: [step2(230, '2026-08-01'), step2(210, '2026-03-01')],
          specialtyPlan: { primary: 'pediatrics' },
        }),
      ).toBe('clear'));
  });

  it.each([
    ['no exam history', { ...us, specialtyPlan: { primary: 'pediatrics' } }, 'unknown: exams'],
    ['no exam taken', { ...us, exams: [], specialtyPlan: { primary: 'pediatrics' } }, 'clear'],
    ['only booked', { ...us, exams: [{ exam: 'step2ck', bookedFor: '2026-10-01' }], specialtyPlan: { primary: 'pediatrics' } }, 'clear'],
    ['taken after the day', { ...us, exams: [step2(205, '2026-09-11')], specialtyPlan: { primary: 'pediatrics' } }, 'clear'],
    ['taken on the day', { ...us, exams: [step2(224, '2026-09-10')], specialtyPlan: { primary: 'pediatrics' } }, 'watch'],
    ['a pending score', { ...us, exams: [taken('step2ck', '2026-08-20', { outcome: 'pending' })] }, 'unknown: exams[step2ck].score'],
    ['a pass without a score', { ...us, exams: [taken('step2ck', '2026-08-20', { outcome: 'pass' })] }, 'unknown: exams[step2ck].score'],
    ['an incomplete sitting', { ...us, exams: [taken('step2ck', '2026-08-20', { outcome: 'incomplete' })] }, 'clear'],
    ['no specialty', { ...us, exams: [step2(240)] }, 'unknown: specialtyPlan.primary'],
    [
      'a specialty without a tier',
      { ...us, exams: [step2(240)], specialtyPlan: { primary: 'radiation-oncology' } },
      'unknown: policy.specialty.tier.radiation-oncology',
    ],
  ] as const)('%s: %s', (_, record, answer) => expect(levelOf(step2Category, structuredClone(record) as typeof us)).toBe(answer));

  it('follows a changed range from its day on', () => {
    const policy = changing('specialty.range.less-competitive', '2026-09-10', { low: 230, high: 240 });
    expect(levelOf(step2Category, scored(228, 'pediatrics'), '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(step2Category, scored(228, 'pediatrics'), '2026-09-10', { policy })).toBe('watch');
  });
});
