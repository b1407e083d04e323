import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** A failed core clerkship, or a score of category B or C without honors in any core clerkship. */
export const clerkship = defineRule({
  code: 'clinical.clerkship',
  revision: 1,
  about: 'A failed core clerkship, or a score of category B or C without honors in any core clerkship.',
  basis: ['003#phase-2'],
  policy: { failedLevel: 'clinical.clerkship.level.failed', noHonors: 'clinical.clerkship.level.no-honors' },
  assess({ record: { clerkships }, primary, standing, policy: { asOf } }, { failedLevel, noHonors }) {
    if (clerkships === undefined) return unknown(paths.clerkships);
    let failed: string[] | undefined;
    let honors = false;
    let unknownCore = false;
    let unknownGrade = false;
    for (const { name, core, grade, endedOn } of clerkships) {
      if (core === false || (endedOn !== undefined && endedOn > asOf)) continue;
      if (grade === undefined) unknownGrade = true;
      else if (grade === 'fail' || grade === 'honors') {
        if (core === undefined) unknownCore = true;
        else if (grade === 'honors') honors = true;
        else if (failed === undefined) failed = [name];
        else failed.push(name);
      }
    }
    const { category, specialty, missing } = primary;
    if (failed !== undefined) return raised(failedLevel, { failed, category, specialty });
    if (unknownCore) return unknown(paths.clerkshipsCore);
    if (unknownGrade) return unknown(paths.clerkshipsGrade);
    if (honors) return clear();
    if (missing !== undefined) return unknown(missing);
    if (standing.passed === undefined || (category !== 'B' && category !== 'C')) return clear();
    return raised(noHonors, { failed: none, category, specialty });
  },
});

const none: readonly string[] = [];
