import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { categoryEvidence } from '../view/score-category.js';

/** A score of category B or C and a letter judged generic; a letter that nobody has judged is none. */
export const lukewarm = defineRule({
  code: 'letters.lukewarm',
  revision: 1,
  about: 'A score of category B or C and a letter judged generic; a letter that nobody has judged is none.',
  basis: ['003#phase-2'],
  asks: { until: 'match' },
  policy: { level: 'letters.lukewarm.level' },
  assess({ primary, standing, letters }, { level }) {
    if (letters?.generic === 0) return clear();
    const { category, missing } = primary;
    if (missing !== undefined) return unknown(missing);
    if (standing.passed === undefined || (category !== 'B' && category !== 'C')) return clear();
    if (letters === undefined) return unknown(paths.letters);
    return raised(level, { ...categoryEvidence(primary, standing.passed.score), writers: letters.genericWriters });
  },
});
