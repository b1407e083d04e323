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
  policy: { expected: 'letters.educator', educators: 'letters.educators', from: 'letters.educator.from', level: 'letters.educator.level' },
  assess(view, { expected, educators, from, level }) {
    if (!view.isImg || !view.season.reached(from) || view.matchIsOver) return clear();
    const { letters } = view.record;
    if (letters === undefined) return unknown(paths.letters);
    let count = 0;
    for (const letter of letters) if (isPromised(letter) && educators.includes(letter.writer)) count++;
    return count >= expected ? clear() : raised(level, { letters: count, expected });
  },
});
