import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { isPromised } from '../view/letters.js';
import { paths } from '../view/paths.js';

/** An IMG without a letter from somebody in residency education when letters are due to be on their way. */
export const educatorLetter = defineRule({
  code: 'letters.educator',
  revision: 1,
  about: 'An IMG without a letter from somebody in residency education when letters are due to be on their way.',
  basis: ['004#letters'],
  asks: { of: 'img', from: { line: 'letters.educator.from' }, until: 'match' },
  policy: { expected: 'letters.educator', educators: 'letters.educators', level: 'letters.educator.level' },
  assess({ record: { letters } }, { expected, educators, level }) {
    if (letters === undefined) return unknown(paths.letters);
    let count = 0;
    for (const letter of letters) if (isPromised(letter) && educators.includes(letter.writer)) count++;
    return count >= expected ? clear() : raised(level, { letters: count, expected });
  },
});
