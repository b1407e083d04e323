import type { EvidenceByCode } from '@matchwatch/domain';
import { dayWithYear } from '../format.js';
import { categoryText, specialtyText } from '../labels.js';
import type { WordsOf } from './finding-words.js';

/** Words for the rules about scholarly work. */
export const scholarlyWords: WordsOf<Extract<keyof EvidenceByCode, `scholarly.${string}`>> = {
  'scholarly.none': {
    label: 'No scholarly output',
    sentence: ({ category, specialty }) => {
      const standing = [category === null ? [] : [categoryText(category)], specialty === null ? [] : [specialtyText(specialty)]].flat();
      return `No scholarly work is submitted or published${standing.length === 0 ? '' : `, with ${standing.join(' in ')}`}.`;
    },
    chip: () => 'No scholarly output',
    clearsWhen: () => 'Clears once a work is submitted.',
  },
  'scholarly.no-output': {
    label: 'Research without output',
    sentence: ({ from, days }) =>
      `Research since ${dayWithYear(from)} has taken ${days} days or more, and nothing has been submitted since it began.`,
    chip: ({ from }) => `Research since ${dayWithYear(from)}, no output`,
    clearsWhen: () => 'Clears once a work is submitted.',
  },
};
