import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { belowTarget } from '../view/preparation.js';

/** Practice for Step 2 CK lies below the target and no later date is noted to fall back on. */
export const noBackupDate = defineRule({
  code: 'practice.no-backup-date',
  revision: 1,
  about: 'Practice for Step 2 CK lies below the target and no later date is noted to fall back on.',
  basis: ['001#checklist'],
  policy: {
    days: 'practice.step2-below-target.days',
    margin: 'category.near-pass-margin',
    gap: 'category.A.gap-up-to',
    level: 'practice.no-backup-date.level',
  },
  assess({ exams, record: { practice }, target, policy }, values) {
    if (exams === undefined) return unknown(paths.exams);
    const found = belowTarget(exams, practice, target, values, policy);
    if (found === undefined) return clear();
    if (typeof found === 'string') return unknown(found);
    const { bookedFor, backupDate } = found.booking;
    if (backupDate !== undefined && backupDate > bookedFor) return clear();
    return raised(values.level, { bookedFor, score: found.practice.score, line: found.line });
  },
});
