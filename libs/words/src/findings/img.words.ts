import type { EvidenceByCode, ImgTierCause } from '@matchwatch/domain';
import { counted, dayWithYear, listText } from '../format.js';
import { imgTierLabel } from '../labels.js';
import type { WordsOf } from './finding-words.js';

type TierEvidence = EvidenceByCode['img.tier'];

const causeText: Readonly<Record<ImgTierCause, (evidence: TierEvidence) => string>> = {
  step2: ({ step2 }) => `Step 2 CK ${step2}`,
  step1: ({ step1 }) => `Step 1 ${step1}`,
  'failed-attempt': ({ failures }) => `${counted(failures, 'attempt')} not passed`,
  'no-usce': () => 'no US clinical experience',
  graduation: ({ graduatedOn }) => (graduatedOn === null ? 'graduation long ago' : `graduation on ${dayWithYear(graduatedOn)}`),
  visa: () => 'a visa needed',
};

function causesText(evidence: TierEvidence): string {
  const causes = [...evidence.triggers, ...evidence.factors.filter((factor) => !evidence.triggers.includes(factor))];
  return listText(causes.map((cause) => causeText[cause](evidence)));
}

/** Words for the rules about international graduates and visas. */
export const imgWords: WordsOf<'img.tier' | 'visa.h1b-only'> = {
  'img.tier': {
    label: 'IMG tier',
    sentence: (evidence) => `International graduate, ${imgTierLabel(evidence.tier).toLowerCase()} tier: ${causesText(evidence)}.`,
    chip: ({ tier }) => `IMG tier ${imgTierLabel(tier).toLowerCase()}`,
    clearsWhen: ({ tier, factors, failures }) => {
      const experienceDecides = factors.includes('no-usce') && (factors.length === 1 || (tier === 'very-high' && failures < 2));
      return experienceDecides ? 'Eases with US clinical experience.' : undefined;
    },
  },
  'visa.h1b-only': {
    label: 'Visa',
    sentence: ({ need }) =>
      need === 'h1b-only'
        ? 'Only an H-1B visa is acceptable, and fewer programs sponsor it than J-1.'
        : 'A visa is needed, and J-1 is acceptable; some programs sponsor none.',
    chip: ({ need }) => (need === 'h1b-only' ? 'H-1B only' : 'Needs a visa, J-1 is fine'),
    clearsWhen: ({ need }) => (need === 'h1b-only' ? 'Eases when a J-1 visa is acceptable too.' : undefined),
  },
};
