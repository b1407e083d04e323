import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { firstExcluded, isMoreThan, missingForExclusion } from '../view/program-list.js';

/** Programs on the list that, by what they say of themselves, cannot take the applicant. */
export const noChance = defineRule({
  code: 'list.no-chance',
  revision: 1,
  about: 'Programs on the list that, by what they say of themselves, cannot take the applicant.',
  basis: ['002#cutoffs', '004#program-choice', '004#visa'],
  asks: { until: 'match' },
  policy: {
    watchAbove: 'list.no-chance.watch-above',
    named: 'list.no-chance.named',
    note: 'list.no-chance.level.note',
    watch: 'list.no-chance.level.watch',
  },
  assess(view, { watchAbove, named, note, watch }) {
    if (view.programs === undefined) return unknown(paths.programs);
    const { programs, excluded } = view.programs;
    if (excluded === 0) {
      const missing = missingForExclusion(programs, view);
      return missing === undefined ? clear() : unknown(missing);
    }
    return raised(isMoreThan(excluded, programs.length, watchAbove) ? watch : note, {
      programs: programs.length,
      excluded,
      first: firstExcluded(programs, view, named),
    });
  },
});
