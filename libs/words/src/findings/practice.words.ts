import type { EvidenceByCode } from '@matchwatch/domain';
import { counted, dayWithYear } from '../format.js';
import { specialtyText } from '../labels.js';
import type { WordsOf } from './finding-words.js';

const toldText = (toldOn: EvidenceByCode['practice.question-bank']['toldOn']): string =>
  toldOn === null ? '' : ` (as of ${dayWithYear(toldOn)})`;

/** Words for the rules about practice before an exam. */
export const practiceWords: WordsOf<Extract<keyof EvidenceByCode, `practice.${string}`>> = {
  'practice.step1-not-ready': {
    label: 'Step 1 near, practice not there yet',
    sentence: ({ bookedFor, takenOn, score, line }) =>
      score === null || takenOn === null
        ? `Step 1 is booked for ${dayWithYear(bookedFor)}, and no practice exam shows a pass with a margin, ${line} per cent.`
        : `Step 1 is booked for ${dayWithYear(bookedFor)}; practice on ${dayWithYear(takenOn)} gave ${score} per cent, and a pass with a margin takes ${line}.`,
    chip: ({ score, line }) => (score === null ? 'Step 1 near, no practice exam' : `Step 1 practice ${score} %, ${line} is safe`),
    clearsWhen: ({ line }) => `Clears with a practice exam of ${line} per cent or higher, or with a later date.`,
  },
  'practice.step2-below-target': {
    label: 'Step 2 CK practice below target',
    sentence: ({ bookedFor, takenOn, score, passMark, specialty, low, below }) => {
      const when = `Step 2 CK is booked for ${dayWithYear(bookedFor)}; practice on ${dayWithYear(takenOn)} gave ${score}`;
      if (below === 'pass-mark') return `${when}, close to or below the pass mark of ${passMark}.`;
      return `${when}, and the range${specialty === null ? '' : ` for ${specialtyText(specialty)}`} starts at ${low}.`;
    },
    chip: ({ score, below, low, passMark }) =>
      below === 'pass-mark' ? `CK practice ${score}, pass mark ${passMark}` : `CK practice ${score}, range from ${low}`,
    clearsWhen: ({ low, line }) => `Clears with a practice exam of ${low ?? line} or higher, or with a later date.`,
  },
  'practice.no-baseline': {
    label: 'Few practice exams',
    sentence: ({ bookedFor, taken, expected }) =>
      `Step 2 CK is booked for ${dayWithYear(bookedFor)}, with ${taken === 0 ? 'no practice exam' : counted(taken, 'practice exam')} on record; ${expected} or more are usual by now.`,
    chip: ({ taken }) => (taken === 0 ? 'No practice exam for CK yet' : `${counted(taken, 'practice exam')} for CK`),
    clearsWhen: ({ expected }) => `Clears with ${counted(expected, 'practice exam')} on record.`,
  },
  'practice.stale': {
    label: 'Latest practice exam long ago',
    sentence: ({ bookedFor, takenOn, days }) =>
      `Step 2 CK is booked for ${dayWithYear(bookedFor)}; the latest practice exam is of ${dayWithYear(takenOn)}, and one every ${days} days is advised.`,
    chip: ({ takenOn }) => `CK practice last on ${dayWithYear(takenOn)}`,
    clearsWhen: () => 'Clears with the next practice exam.',
  },
  'practice.question-bank': {
    label: 'Question bank not nearly done',
    sentence: ({ bookedFor, done, expected, toldOn }) =>
      `Step 2 CK is booked for ${dayWithYear(bookedFor)}, with ${done} per cent of the question bank done${toldText(toldOn)}; ${expected} are advised by then.`,
    chip: ({ done }) => `Question bank at ${done} %`,
    clearsWhen: ({ expected }) => `Clears at ${expected} per cent of the question bank.`,
  },
  'practice.no-simulation': {
    label: 'No full-length day',
    sentence: ({ bookedFor, toldOn }) =>
      `Step 2 CK is booked for ${dayWithYear(bookedFor)}, and no full-length practice day is on record${toldText(toldOn)}.`,
    chip: () => 'No full-length day for CK yet',
    clearsWhen: () => 'Clears with a full-length practice day.',
  },
  'practice.no-backup-date': {
    label: 'No backup date',
    sentence: ({ bookedFor, score, line }) =>
      `Practice for Step 2 CK gave ${score}, below ${line}, and no later date is noted beside ${dayWithYear(bookedFor)}.`,
    chip: () => 'No backup date for CK',
    clearsWhen: () => 'Clears once a later date is noted.',
  },
};
