import type { EvidenceByCode, LateScoreCause } from '@matchwatch/domain';
import { counted, dayText, dayWithYear, listText } from '../format.js';
import { examLabel } from '../labels.js';
import type { WordsOf } from './finding-words.js';

const causeText: Readonly<Record<LateScoreCause, string>> = {
  tier: 'a competitive specialty',
  'step1-failed': 'a first Step 1 attempt that was not passed',
  'step1-late': 'a Step 1 later than usual',
  img: 'an international graduate',
};

/** Words for the rules about when exams are taken. */
export const timelineWords: WordsOf<Extract<keyof EvidenceByCode, `timeline.${string}`>> = {
  'timeline.step1-late': {
    label: 'Step 1 later than usual',
    sentence: ({ exam, usualOn, bookedFor }) =>
      `${examLabel(exam)} is still to pass, and the class usually has taken it by ${dayWithYear(usualOn)}; ${bookedFor === null ? 'no date is booked' : `it is booked for ${dayWithYear(bookedFor)}`}.`,
    chip: ({ exam, usualOn }) => `${examLabel(exam)} usual by ${dayText(usualOn)}`,
    clearsWhen: ({ exam }) => `Clears once ${examLabel(exam)} is passed.`,
  },
  'timeline.step2-unscheduled': {
    label: 'No Step 2 CK date',
    sentence: ({ exam, since }) => `${examLabel(exam)} is still to pass and no date is booked; one was expected by ${dayWithYear(since)}.`,
    chip: ({ exam }) => `No ${examLabel(exam)} date`,
    clearsWhen: () => 'Clears once a date is booked.',
  },
  'timeline.step2-late': {
    label: 'Step 2 CK score after applying',
    sentence: ({ exam, sittingOn, scoreBy, submitOn, because }) => {
      const reasons = because.length === 0 ? '' : `, which matters more for ${listText(because.map((cause) => causeText[cause]))}`;
      return `${examLabel(exam)} on ${dayWithYear(sittingOn)} is usually reported by ${dayWithYear(scoreBy)}; applications open to programs on ${dayWithYear(submitOn)}${reasons}.`;
    },
    chip: ({ scoreBy }) => `CK score by ${dayWithYear(scoreBy)}`,
    clearsWhen: () => 'Clears with an earlier date, or once the exam is passed.',
  },
  'timeline.step2-missing': {
    label: 'No Step 2 CK score to read',
    sentence: ({ exam, reviewOn, failed, takenOn }) => {
      const rest =
        takenOn !== null ? `, and that of ${dayWithYear(takenOn)} is awaited` : failed > 0 ? ', and a pass is still to come' : '';
      return `Programs read from ${dayWithYear(reviewOn)} on; no passing ${examLabel(exam)} score is there to read${rest}.`;
    },
    chip: ({ exam }) => `No ${examLabel(exam)} score to read`,
    clearsWhen: ({ exam }) => `Clears once ${examLabel(exam)} is passed.`,
  },
  'timeline.graduation': {
    label: 'Graduation long ago',
    sentence: ({ graduatedOn, years }) =>
      `Graduation was on ${dayWithYear(graduatedOn)}; many programs look for no more than ${counted(years, 'year')} since then.`,
    chip: ({ graduatedOn }) => `Graduated ${dayWithYear(graduatedOn)}`,
  },
  'timeline.late-step2': {
    label: 'Step 2 CK long after graduation',
    sentence: ({ graduatedOn, takenOn, years }) =>
      takenOn === null
        ? `Graduation was on ${dayWithYear(graduatedOn)}, more than ${counted(years, 'year')} back, and Step 2 CK is still to pass.`
        : `Step 2 CK was passed on ${dayWithYear(takenOn)}, more than ${counted(years, 'year')} after graduation on ${dayWithYear(graduatedOn)}.`,
    chip: ({ years }) => `CK over ${counted(years, 'year')} after graduation`,
  },
};
