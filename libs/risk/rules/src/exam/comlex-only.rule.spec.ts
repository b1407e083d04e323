import type { ApplicantRecord, SpecialtyKey } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, step2, taken, us } from '../spec-kit.js';
import { comlexOnly } from './comlex-only.rule.js';

const level2 = taken('comlex2', '2026-05-01', { score: 520, outcome: 'pass' });
const aiming = (primary: SpecialtyKey): ApplicantRecord => ({ ...us, applicantType: 'us-do', exams: [level2], specialtyPlan: { primary } });

describe('exam.comlex-only', () => {
  it.each<[SpecialtyKey, string]>([
    ['dermatology', 'watch'],
    ['anesthesiology', 'watch'],
    ['internal-medicine', 'note'],
    ['pediatrics', 'note'],
    ['radiation-oncology', 'note'],
  ])('%s: %s', (specialty, level) => expect(levelOf(comlexOnly, aiming(specialty))).toBe(level));

  it.each([
    ['no specialty yet', { ...aiming('dermatology'), specialtyPlan: undefined }, 'note'],
    ['a Step as well', { ...aiming('dermatology'), exams: [level2, step2(250)] }, 'clear'],
    ['a Step booked', { ...aiming('dermatology'), exams: [level2, { exam: 'step2ck', bookedFor: '2026-10-01' }] }, 'watch'],
    ['nothing taken', { ...aiming('dermatology'), exams: [] }, 'clear'],
    ['exam history unknown', { ...aiming('dermatology'), exams: undefined }, 'unknown: exams'],
    ['an MD', { ...aiming('dermatology'), applicantType: 'us-md' }, 'clear'],
  ] as const)('%s: %s', (_, record, answer) => expect(levelOf(comlexOnly, record as ApplicantRecord)).toBe(answer));

  it('follows changed tiers from their day on', () => {
    const policy = changing('exam.comlex-only.competitive-tiers', '2026-09-10', ['ultra-competitive']);
    expect(levelOf(comlexOnly, aiming('anesthesiology'), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(comlexOnly, aiming('anesthesiology'), '2026-09-10', { policy })).toBe('note');
  });
});
