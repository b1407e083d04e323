import type { Backup, SpecialtyKey } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** Two specialties applied to and few programs in the second. */
export const backupThin = defineRule({
  code: 'list.backup-thin',
  revision: 1,
  about: 'Two specialties applied to and few programs in the second.',
  basis: ['003#phase-3'],
  asks: { from: { mark: 'submit', daysBefore: 'list.too-short.watch-days' }, until: 'match' },
  policy: { minimum: 'list.backup-thin.minimum', level: 'list.backup-thin.level' },
  assess({ record, season }, { minimum, level }) {
    const { specialtyPlan, programs } = record;
    if (specialtyPlan?.dualApplying === false) return clear();
    if (specialtyPlan === undefined) return unknown(paths.specialtyPlan);
    const { dualApplying, backups } = specialtyPlan;
    if (dualApplying === undefined) return unknown(paths.dualApplying);
    if (backups === undefined) return unknown(paths.backups);
    if (programs === undefined) return unknown(paths.programs);
    let inBackup = 0;
    let unplaced = 0;
    for (let i = 0; i < programs.length; i++) {
      const specialty = programs[i]?.specialty;
      if (specialty === undefined) unplaced++;
      else if (isBackup(specialty, backups)) inBackup++;
    }
    if (inBackup >= minimum) return clear();
    if (inBackup + unplaced >= minimum) return unknown(paths.programSpecialty);
    if (season.calendar === undefined) return unknown(paths.calendar);
    return raised(level, { backups: backups.map(({ specialty }) => specialty), programs: inBackup, minimum });
  },
});

function isBackup(specialty: SpecialtyKey, backups: readonly Backup[]): boolean {
  for (let i = 0; i < backups.length; i++) if (backups[i]?.specialty === specialty) return true;
  return false;
}
