import type { ProgramFacts } from '@matchwatch/domain';
import type { Text } from '../i18n/use-text.js';

/** Which visas a program sponsors, in a cell of a table. */
export function visaText({ sponsorsJ1, sponsorsH1b }: ProgramFacts, t: Text): string {
  if (sponsorsJ1 === undefined && sponsorsH1b === undefined) return t('program.unknown');
  if (sponsorsJ1?.value && sponsorsH1b?.value) return t('program.visa.both');
  if (sponsorsJ1?.value) return t('program.visa.j1');
  if (sponsorsH1b?.value) return t('program.visa.h1b');
  // One of the two is not known: that none is sponsored would be too much said.
  return sponsorsJ1 && sponsorsH1b ? t('program.visa.none') : t('program.unknown');
}

/** Whether a program takes international graduates, in a cell of a table. */
export function imgText({ takesImg, imgShare }: ProgramFacts, t: Text): string {
  if (imgShare) return t('program.img.share', { share: imgShare.value });
  if (takesImg) return t(takesImg.value ? 'program.img.yes' : 'program.img.no');
  return t('program.unknown');
}

/** “Cleveland, OH”. */
export const placeText = ({ city, state }: { city?: string | undefined; state?: string | undefined }): string =>
  [city, state].filter(Boolean).join(', ');
