import type { SpecialtyPlan } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, decided, levelOf, rows, scored, unannounced, verdictOf } from '../spec-kit.js';
import { backupThin } from './backup-thin.rule.js';

const dual: SpecialtyPlan = { dualApplying: true, backups: [{ specialty: 'family-medicine', acceptable: true }] };
const on = (inBackup: number, unplaced = 0, plan: SpecialtyPlan = dual) => ({
  ...scored(224, 'internal-medicine', plan),
  programs: [...rows(60, { specialty: 'internal-medicine' }), ...rows(inBackup, { specialty: 'family-medicine' }), ...rows(unplaced)],
});

describe('list.backup-thin', () => {
  it.each([
    ['15 backup programs', on(15), 'clear'],
    ['14 backup programs', on(14), 'watch'],
    ['14 and one whose specialty is not stated', on(14, 1), 'unknown: programs.specialty'],
    ['14 and none to come by', on(13, 1), 'watch'],
    ['one specialty only', on(0, 0, { ...dual, dualApplying: false }), 'clear'],
    ['whether two is not stated', on(0, 0, {}), 'unknown: specialtyPlan.dualApplying'],
    ['no plan on record', { ...on(0), specialtyPlan: undefined }, 'unknown: specialtyPlan'],
    ['backups unknown', on(0, 0, { dualApplying: true }), 'unknown: specialtyPlan.backups'],
    ['no list on record', scored(224, 'internal-medicine', dual), 'unknown: programs'],
    ['no calendar', unannounced(on(14)), 'unknown: season calendar'],
    ['the Match is decided', decided(on(1)), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(backupThin, record)).toBe(answer));

  it.each([
    ['2026-08-02', 'clear'],
    ['2026-08-03', 'watch'],
  ] as const)('on %s: %s', (asOf, level) => expect(levelOf(backupThin, on(14), asOf)).toBe(level));

  it('names the backups', () =>
    expect(verdictOf(backupThin, on(14))).toMatchObject({ evidence: { backups: ['family-medicine'], programs: 14, minimum: 15 } }));

  it('follows a changed minimum from its day on', () => {
    const policy = changing('list.backup-thin.minimum', '2026-09-10', 20);
    expect(levelOf(backupThin, on(15), '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(backupThin, on(15), '2026-09-10', { policy })).toBe('watch');
  });
});
