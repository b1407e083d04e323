import type { SpecialtyKey } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { categoryEvidence } from '../view/score-category.js';

/** A score of category B or C without a backup specialty that the applicant would accept. */
export const noBackup = defineRule({
  code: 'plan.no-backup',
  revision: 1,
  about: 'A score of category B or C without a backup specialty that the applicant would accept.',
  basis: ['003#phase-1', '003#phase-3'],
  policy: {
    urgentFrom: 'plan.no-backup.urgent-from',
    B: 'plan.no-backup.level.B',
    early: 'plan.no-backup.level.C-early',
    late: 'plan.no-backup.level.C-late',
  },
  assess({ primary, standing, record, season }, { urgentFrom, B, early, late }) {
    const backups = record.specialtyPlan?.backups;
    let undecided = false;
    if (backups !== undefined) {
      for (const { acceptable } of backups) {
        if (acceptable === true) return clear();
        if (acceptable === undefined) undecided = true;
      }
    }
    const { category, missing } = primary;
    if (missing !== undefined) return unknown(missing);
    if (standing.passed === undefined || (category !== 'B' && category !== 'C')) return clear();
    if (backups === undefined) return unknown(paths.backups);
    if (undecided) return unknown(paths.backupsAcceptable);
    const declined: SpecialtyKey[] = backups.map(({ specialty }) => specialty);
    return raised(category === 'B' ? B : season.reached(urgentFrom) ? late : early, {
      ...categoryEvidence(primary, standing.passed.score),
      declined,
      urgentFrom: season.dayOf(urgentFrom),
    });
  },
});
