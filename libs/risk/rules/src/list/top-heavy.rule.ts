import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { clearlyBelowTarget } from '../view/concern.js';
import { paths } from '../view/paths.js';
import { countMix, isLessThan, isMoreThan } from '../view/program-list.js';

/** A list with many reaches or few community programs, for a score of category B or C or an IMG with a tier. */
export const topHeavy = defineRule({
  code: 'list.top-heavy',
  revision: 1,
  about: 'A list with many reaches or few community programs, for a score of category B or C or an IMG with a tier.',
  basis: ['000#program-type', '002#targeting', '003#phase-3', '004#program-choice'],
  asks: { until: 'match' },
  policy: { reachUpTo: 'list.top-heavy.reach-up-to', communityFrom: 'list.top-heavy.community-from', level: 'list.top-heavy.level' },
  assess(view, { reachUpTo, communityFrom, level }) {
    const { category } = view.primary;
    if (!(category !== null && clearlyBelowTarget.has(category)) && !(view.isImg && view.img.tier !== null)) {
      const [missing, ...others] = view.programTargetMissing;
      return missing === undefined ? clear() : unknown(missing, ...others);
    }
    if (view.record.programs === undefined) return unknown(paths.programs);
    const { reach, withoutBand, academic, withoutSetting } = countMix(view.record.programs);
    const programs = view.record.programs.length;
    // Rows that do not state their band or setting are given the benefit of the doubt.
    if (isMoreThan(reach, programs, reachUpTo) || isLessThan(programs - academic, programs, communityFrom)) {
      return raised(level, { programs, reach, reachUpTo, academic, communityFrom });
    }
    if (isMoreThan(reach + withoutBand, programs, reachUpTo)) return unknown(paths.programBand);
    return isLessThan(programs - academic - withoutSetting, programs, communityFrom) ? unknown(paths.programSetting) : clear();
  },
});
