import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';

/** An IMG with few US letters when letters are due to be on their way. */
export const usLetters = defineRule({
  code: 'letters.us',
  revision: 1,
  about: 'An IMG with few US letters when letters are due to be on their way.',
  basis: ['002#letters', '004#letters'],
  asks: { of: 'img', from: { line: 'letters.us.from' }, until: 'match' },
  policy: { expected: 'letters.us', level: 'letters.us.level' },
  assess({ letters }, { expected, level }) {
    if (letters === undefined) return unknown(paths.letters);
    const { fromUs, unknownCountry } = letters;
    if (fromUs >= expected) return clear();
    return fromUs + unknownCountry >= expected ? unknown(paths.lettersUs) : raised(level, { letters: fromUs, expected });
  },
});
