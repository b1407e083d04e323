import type { SpecialtyPlan } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, scored, step2, us, verdictOf } from '../spec-kit.js';
import { noBackup } from './no-backup.rule.js';

const b = (plan: SpecialtyPlan) => scored(224, 'internal-medicine', plan);
const c = { ...scored(224, 'anesthesiology', { backups: [] }), exams: [step2(219, '2026-04-15')] };

describe('plan.no-backup', () => {
  it.each([
    [225, 'clear'],
    [224, 'act'],
    [223, 'urgent'],
  ])('%i in internal medicine, no backup: %s', (score, level) =>
    expect(levelOf(noBackup, scored(score, 'internal-medicine', { backups: [] }))).toBe(level),
  );

  it.each([
    ['2026-05-31', 'act'],
    ['2026-06-01', 'urgent'],
  ] as const)('category C on %s: %s', (asOf, level) => expect(levelOf(noBackup, c, asOf)).toBe(level));

  it.each<[string, SpecialtyPlan, string]>([
    ['an acceptable backup', { backups: [{ specialty: 'family-medicine', acceptable: true }] }, 'clear'],
    ['only backups that are not acceptable', { backups: [{ specialty: 'family-medicine', acceptable: false }] }, 'act'],
    ['a backup not yet discussed', { backups: [{ specialty: 'family-medicine' }] }, 'unknown: specialtyPlan.backups.acceptable'],
    ['one of two acceptable', { backups: [{ specialty: 'neurology' }, { specialty: 'pediatrics', acceptable: true }] }, 'clear'],
    ['backups unknown', {}, 'unknown: specialtyPlan.backups'],
  ])('category B, %s: %s', (_, plan, answer) => expect(levelOf(noBackup, b(plan))).toBe(answer));

  it.each([
    ['exam history unknown', { ...us, specialtyPlan: { primary: 'pediatrics' as const, backups: [] } }, 'unknown: exams'],
    ['nothing taken', { ...us, exams: [], specialtyPlan: { backups: [] } }, 'clear'],
    ['failed', { ...us, exams: [step2(200)], specialtyPlan: { primary: 'pediatrics' as const, backups: [] } }, 'clear'],
    ['category A without a list of backups', scored(230, 'internal-medicine'), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(noBackup, record)).toBe(answer));

  it('names what was declined', () =>
    expect(verdictOf(noBackup, b({ backups: [{ specialty: 'family-medicine', acceptable: false }] }))).toMatchObject({
      evidence: { category: 'B', gap: 11, declined: ['family-medicine'], urgentFrom: '2026-06-01' },
    }));

  it('follows a changed level from its day on', () => {
    const policy = changing('plan.no-backup.level.B', '2026-09-10', 'urgent');
    expect(levelOf(noBackup, b({ backups: [] }), '2026-09-09', { policy })).toBe('act');
    expect(levelOf(noBackup, b({ backups: [] }), '2026-09-10', { policy })).toBe('urgent');
  });
});
