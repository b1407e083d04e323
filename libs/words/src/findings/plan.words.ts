import type { CategoryEvidence, EvidenceByCode } from '@matchwatch/domain';
import { counted, dayWithYear } from '../format.js';
import { categoryText, specialtyAbbreviation, specialtyText } from '../labels.js';
import type { WordsOf } from './finding-words.js';

const standing = ({ category, specialty }: CategoryEvidence): string =>
  `${categoryText(category)}${specialty === null ? '' : ` in ${specialtyText(specialty)}`}`;

/** Words for the rules about the specialty plan. */
export const planWords: WordsOf<Extract<keyof EvidenceByCode, `plan.${string}`>> = {
  'plan.no-specialty': {
    label: 'No primary specialty',
    sentence: ({ since }) => `No primary specialty is chosen; the choice was expected by ${dayWithYear(since)}.`,
    chip: () => 'No primary specialty',
    clearsWhen: () => 'Clears once a primary specialty is chosen.',
  },
  'plan.out-of-reach': {
    label: 'Specialty hard to reach',
    sentence: ({ specialty, score, gap }) => {
      const name = specialty === null ? 'the primary specialty' : specialtyText(specialty);
      return `Step 2 CK ${score} is ${counted(gap ?? 0, 'point')} below the range for ${name}, one of the most competitive specialties.`;
    },
    chip: ({ specialty, gap }) => `${specialty === null ? 'Specialty' : specialtyAbbreviation(specialty)} ${gap} points away`,
    clearsWhen: () => 'Clears with a primary specialty that is less competitive.',
  },
  'plan.no-backup': {
    label: 'No backup specialty',
    sentence: (evidence) =>
      evidence.declined.length === 0
        ? `No backup specialty is planned, with ${standing(evidence)}.`
        : `No planned backup specialty would be accepted, with ${standing(evidence)}.`,
    chip: ({ declined }) => (declined.length === 0 ? 'No backup specialty' : 'No backup that would be accepted'),
    clearsWhen: () => 'Clears once a backup specialty that would be accepted is on record.',
  },
  'plan.no-dual-application': {
    label: 'One specialty only',
    sentence: (evidence) => `One specialty is applied to, with ${standing(evidence)}.`,
    chip: () => 'Applies to one specialty only',
    clearsWhen: () => 'Clears with a second specialty to apply to.',
  },
  'plan.rigid-geography': {
    label: 'One city or state only',
    sentence: (evidence) => `Only one city or state is considered, with ${standing(evidence)}.`,
    chip: () => 'One city or state only',
    clearsWhen: () => 'Clears once a wider region is considered.',
  },
  'plan.no-priority': {
    label: 'No first priority',
    sentence: (evidence) =>
      `What comes first is open: specialty, location or prestige, with ${standing(evidence)}. The choice was expected by ${dayWithYear(evidence.since)}.`,
    chip: () => 'No first priority chosen',
    clearsWhen: () => 'Clears once specialty, location or prestige comes first.',
  },
};
