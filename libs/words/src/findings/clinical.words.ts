import type { EvidenceByCode } from '@matchwatch/domain';
import { counted, dayWithYear, listText } from '../format.js';
import { categoryText, experienceKindText, specialtyText } from '../labels.js';
import type { WordsOf } from './finding-words.js';

/** Words for the rules about clinical experience. */
export const clinicalWords: WordsOf<Extract<keyof EvidenceByCode, `clinical.${string}`>> = {
  'clinical.no-usce': {
    label: 'No US clinical experience',
    sentence: ({ plannedFrom }) =>
      plannedFrom === null
        ? 'No US clinical experience is on record.'
        : `US clinical experience is planned from ${dayWithYear(plannedFrom)}, and none has begun.`,
    chip: ({ plannedFrom }) => (plannedFrom === null ? 'No US clinical experience' : 'US clinical experience only planned'),
    clearsWhen: () => 'Clears once US clinical experience has begun.',
  },
  'clinical.observership-only': {
    label: 'Observing only',
    sentence: ({ kinds }) => `US clinical experience is ${listText(kinds.map(experienceKindText))} only, without hands-on work.`,
    chip: () => 'US experience without hands-on work',
    clearsWhen: () => 'Clears with hands-on US clinical experience.',
  },
  'clinical.usce-stale': {
    label: 'US clinical experience some time ago',
    sentence: ({ lastOn, months }) => `US clinical experience ended on ${dayWithYear(lastOn)}, more than ${counted(months, 'month')} back.`,
    chip: ({ lastOn }) => `Last US experience ${dayWithYear(lastOn)}`,
    clearsWhen: () => 'Clears with new US clinical experience.',
  },
  'clinical.usce-short': {
    label: 'Little US clinical experience in the specialty',
    sentence: ({ specialty, days, expectedDays, sites }) =>
      days < expectedDays
        ? `US clinical experience in ${specialtyText(specialty)} covers ${counted(days, 'day')}; ${expectedDays} are advised.`
        : `US clinical experience in ${specialtyText(specialty)} is at ${counted(sites, 'site')}; more than one is advised.`,
    chip: ({ days, expectedDays }) => (days < expectedDays ? `${counted(days, 'day')} of US experience` : 'US experience at one site'),
    clearsWhen: ({ days, expectedDays, expectedSites }) =>
      days < expectedDays
        ? `Clears with ${expectedDays} days at ${counted(expectedSites, 'site')}.`
        : 'Clears with experience at another site.',
  },
  'clinical.usce-setting': {
    label: 'No site with an accredited program',
    sentence: ({ specialty }) => `No US clinical experience was at a site with an accredited program in ${specialtyText(specialty)}.`,
    chip: () => 'No site with an accredited program',
    clearsWhen: () => 'Clears with experience at such a site.',
  },
  'clinical.no-specialty-rotation': {
    label: 'No rotation in the specialty',
    sentence: ({ category, specialty, since, plannedFrom }) => {
      const where = specialty === null ? 'the target specialty' : specialtyText(specialty);
      const planned = plannedFrom === null ? '' : ` One is planned from ${dayWithYear(plannedFrom)}.`;
      return `No sub-internship or away rotation in ${where} has begun, with ${categoryText(category)}; one was expected by ${dayWithYear(since)}.${planned}`;
    },
    chip: () => 'No rotation in the specialty',
    clearsWhen: () => 'Clears once such a rotation has begun.',
  },
  'clinical.clerkship': {
    label: 'Core clerkships',
    sentence: ({ failed, category }) =>
      failed.length > 0
        ? `A core clerkship was not passed: ${listText(failed)}.`
        : `No core clerkship was graded with honors${category === null ? '' : `, with ${categoryText(category)}`}.`,
    chip: ({ failed }) => (failed.length > 0 ? 'Core clerkship not passed' : 'No honors in a core clerkship'),
    clearsWhen: ({ failed }) => (failed.length > 0 ? undefined : 'Clears with honors in a core clerkship.'),
  },
};
