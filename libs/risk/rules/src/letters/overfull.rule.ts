import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { countLetters } from '../view/letters.js';
import { paths } from '../view/paths.js';

/** More letters assigned to a program than it receives. */
export const overfull = defineRule({
  code: 'letters.overfull',
  revision: 1,
  about: 'More letters assigned to a program than it receives.',
  basis: ['eras-letters'],
  policy: { limit: 'letters.per-program', level: 'letters.overfull.level' },
  assess({ matchIsOver, record: { letters, programs } }, { limit, level }) {
    if (matchIsOver) return clear();
    let over = 0;
    let most = 0;
    let untold = false;
    if (programs !== undefined) {
      for (const { letters: assigned, status } of programs) {
        if (status === 'declined') continue;
        if (assigned === undefined) untold = true;
        else if (assigned > limit) {
          over++;
          if (assigned > most) most = assigned;
        }
      }
    }
    if (over > 0) return raised(level, { programs: over, most, limit });
    // Nobody can be assigned more letters than there are.
    if (letters !== undefined && countLetters(letters).uploaded <= limit) return clear();
    if (programs === undefined) return unknown(letters === undefined ? paths.letters : paths.programs);
    return untold ? unknown(letters === undefined ? paths.letters : paths.programLetters) : clear();
  },
});
