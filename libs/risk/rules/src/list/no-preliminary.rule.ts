import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { countOneYear } from '../view/program-list.js';
import { categoryEvidence } from '../view/score-category.js';

/** A score of category C and a list without a preliminary or transitional year. */
export const noPreliminary = defineRule({
  code: 'list.no-preliminary',
  revision: 1,
  about: 'A score of category C and a list without a preliminary or transitional year.',
  basis: ['000#contingency', '003#phase-3'],
  asks: { until: 'match' },
  policy: { specialties: 'list.no-preliminary.specialties', level: 'list.no-preliminary.level' },
  assess(view, { specialties, level }) {
    const { primary, standing } = view;
    const { category, missing } = primary;
    if (missing !== undefined) return unknown(missing);
    if (standing.passed === undefined || category !== 'C') return clear();
    const { programs } = view.record;
    if (programs === undefined) return unknown(paths.programs);
    const { oneYear, withoutTrack } = countOneYear(programs, specialties);
    if (programs.length === 0 || oneYear > 0) return clear();
    if (withoutTrack > 0) return unknown(paths.programTrack);
    return raised(level, { ...categoryEvidence(primary, standing.passed.score), programs: programs.length });
  },
});
