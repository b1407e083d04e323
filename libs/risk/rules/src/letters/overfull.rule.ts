import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** More letters assigned to a program than it receives. */
export const overfull = defineRule({
  code: 'letters.overfull',
  revision: 1,
  about: 'More letters assigned to a program than it receives.',
  basis: ['eras-letters'],
  asks: { until: 'match' },
  policy: { limit: 'letters.per-program', level: 'letters.overfull.level' },
  assess({ letters, programs }, { limit, level }) {
    if (programs !== undefined && programs.mostLetters > limit) {
      return raised(level, { programs: programs.countAssigned(limit), most: programs.mostLetters, limit });
    }
    // Nobody can be assigned more letters than there are.
    if (letters !== undefined && letters.uploaded <= limit) return clear();
    if (programs === undefined) return unknown(letters === undefined ? paths.letters : paths.programs);
    return programs.withoutLetters ? unknown(letters === undefined ? paths.letters : paths.programLetters) : clear();
  },
});
