import type { Day } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { categoryEvidence } from '../view/score-category.js';

/** A score below the range and no rotation in the target specialty begun when one is expected. */
export const noSpecialtyRotation = defineRule({
  code: 'clinical.no-specialty-rotation',
  revision: 1,
  about: 'A score of category A, B or C and no sub-internship or away rotation in the target specialty begun when one is expected.',
  basis: ['000#clinical', '003#phase-3'],
  asks: { from: { line: 'clinical.no-specialty-rotation.from' }, until: 'match' },
  policy: {
    kinds: 'clinical.no-specialty-rotation.kinds',
    from: 'clinical.no-specialty-rotation.from',
    level: 'clinical.no-specialty-rotation.level',
  },
  assess({ primary, standing, record, season, policy }, { kinds, from: due, level }) {
    if (primary.missing !== undefined) return unknown(primary.missing);
    const { category, specialty } = primary;
    if (standing.passed === undefined || (category !== 'A' && category !== 'B' && category !== 'C')) return clear();
    if (specialty === null) return unknown(paths.primary);
    const { experiences } = record;
    if (experiences === undefined) return unknown(paths.experiences);
    let plannedFrom: Day | null = null;
    let unknownSpecialty = false;
    for (const { kind, specialty: of, from } of experiences) {
      if (!kinds.includes(kind) || (of !== undefined && of !== specialty)) continue;
      if (from !== undefined && from > policy.asOf) {
        if (plannedFrom === null || from < plannedFrom) plannedFrom = from;
      } else if (of === undefined) unknownSpecialty = true;
      else return clear();
    }
    if (unknownSpecialty) return unknown(paths.experiencesSpecialty);
    return raised(level, { ...categoryEvidence(primary, standing.passed.score), since: season.dayOf(due), plannedFrom });
  },
});
