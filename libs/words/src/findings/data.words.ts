import type { EvidenceByCode, Impossibility } from '@matchwatch/domain';
import { dayText, dayWithYear, listText } from '../format.js';
import { examLabel } from '../labels.js';
import { missingLabel } from '../missing.js';
import type { WordsOf } from './finding-words.js';

const impossibilityText: Readonly<Record<Impossibility['kind'], (found: Impossibility) => string>> = {
  'pass-below-mark': ({ score, passMark }) => `is recorded as a pass with ${score}, below the pass mark of ${passMark}`,
  'fail-above-mark': ({ score, passMark }) => `is recorded as not passed with ${score}, at or above the pass mark of ${passMark}`,
  'score-off-scale': ({ score }) => `has a score of ${score}, which the exam cannot give`,
  'before-birth': () => 'lies before the day of birth',
  'in-the-future': () => 'is recorded as taken on a day to come',
  'two-on-one-day': () => 'stands beside another result of that day',
};

/** Words for the rules about the data itself. */
export const dataWords: WordsOf<Extract<keyof EvidenceByCode, `data.${string}`>> = {
  'data.missing': {
    label: 'Essential facts missing',
    sentence: ({ missing }) => `No level can be given without the ${listText(missing.map(missingLabel))}.`,
    chip: ({ missing }) => `Needs ${missing.map(missingLabel).join(', ')}`,
    clearsWhen: ({ missing }) => `Clears once the ${listText(missing.map(missingLabel))} ${missing.length === 1 ? 'is' : 'are'} on record.`,
  },
  'data.impossible': {
    label: 'Results that contradict themselves',
    sentence: ({ impossible }) =>
      `Something was recorded wrongly: ${listText(impossible.map((found) => `${examLabel(found.exam)} on ${dayWithYear(found.takenOn)} ${impossibilityText[found.kind](found)}`))}.`,
    chip: () => 'Results contradict themselves',
    clearsWhen: ({ impossible }) => `Clears once the ${impossible.length === 1 ? 'result is' : 'results are'} corrected.`,
  },
  'data.stale': {
    label: 'Nothing new for long',
    sentence: ({ changedOn, days }) =>
      `Nothing in the record has changed since ${dayWithYear(changedOn)}; news is expected within ${days} days.`,
    chip: ({ changedOn }) => `Nothing new since ${dayText(changedOn)}`,
    clearsWhen: () => 'Clears with the next change of the record.',
  },
};
