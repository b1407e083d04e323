import type { EvidenceByCode } from '@matchwatch/domain';
import { counted, dayWithYear, listText } from '../format.js';
import { categoryText, letterWriterText, specialtyAbbreviation, specialtyText } from '../labels.js';
import type { WordsOf } from './finding-words.js';

type Count = Pick<EvidenceByCode['letters.too-few'], 'uploaded' | 'agreed' | 'expected' | 'submitOn'>;
const countText = ({ uploaded, agreed, expected, submitOn }: Count): string =>
  `${uploaded} uploaded and ${agreed} agreed; ${expected} are advised, and applications open on ${dayWithYear(submitOn)}`;

/** Words for the rules about letters of recommendation. */
export const letterWords: WordsOf<Extract<keyof EvidenceByCode, `letters.${string}`>> = {
  'letters.too-few': {
    label: 'Few letters',
    sentence: (evidence) => `Letters of recommendation: ${countText(evidence)}.`,
    chip: ({ uploaded, expected }) => `${uploaded} of ${expected} letters uploaded`,
    clearsWhen: ({ expected }) => `Clears with ${counted(expected, 'letter')} uploaded.`,
  },
  'letters.specialty': {
    label: 'Few letters from the specialty',
    sentence: (evidence) => `Letters from ${specialtyText(evidence.specialty)}: ${countText(evidence)}.`,
    chip: ({ uploaded, expected, specialty }) => `${uploaded} of ${expected} letters from ${specialtyAbbreviation(specialty)}`,
    clearsWhen: ({ expected, specialty }) => `Clears with ${counted(expected, 'letter')} from ${specialtyText(specialty)} uploaded.`,
  },
  'letters.us': {
    label: 'Few US letters',
    sentence: ({ letters, expected }) => `${counted(letters, 'US letter')} agreed or uploaded; ${expected} or more are advised.`,
    chip: ({ letters, expected }) => `${letters} of ${expected} US letters`,
    clearsWhen: ({ expected }) => `Clears with ${counted(expected, 'US letter')} agreed.`,
  },
  'letters.educator': {
    label: 'No letter from residency education',
    sentence: () => 'No letter is from a program director, an associate program director or a clerkship director.',
    chip: () => 'No letter from residency education',
    clearsWhen: () => 'Clears once one of them agrees to write.',
  },
  'letters.lukewarm': {
    label: 'A generic letter',
    sentence: ({ category, writers }) =>
      `${counted(writers.length, 'letter')} judged generic (${listText(writers.map(letterWriterText))}), with ${categoryText(category)}.`,
    chip: ({ writers }) => `${counted(writers.length, 'generic letter')}`,
    clearsWhen: () => 'Clears when stronger letters take their place.',
  },
  'letters.overfull': {
    label: 'Too many letters for a program',
    sentence: ({ programs, most, limit }) =>
      `${counted(programs, 'program')} ${programs === 1 ? 'is' : 'are'} assigned more letters than the ${limit} that a program receives, up to ${most}.`,
    chip: ({ programs }) => `Too many letters for ${counted(programs, 'program')}`,
    clearsWhen: ({ limit }) => `Clears once no program is assigned more than ${limit}.`,
  },
  'letters.not-asked': {
    label: 'No letter asked for',
    sentence: ({ rotations, specialty }) =>
      `No letter was asked for after ${counted(rotations.length, 'rotation')} in ${specialtyText(specialty)}: ${listText(
        rotations.map(({ endedOn, site }) => `${site === null ? '' : `${site}, `}ended ${dayWithYear(endedOn)}`),
      )}.`,
    chip: ({ rotations }) => `No letter asked after ${counted(rotations.length, 'rotation')}`,
    clearsWhen: () => 'Clears once a letter from the specialty is asked for.',
  },
};
