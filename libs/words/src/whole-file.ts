import type { ApplicationCosts, ComponentRating, FileComponent, FilePosition, OtherReading, ResearchAmount } from '@matchwatch/domain';
import { numberText } from './format.js';

const positions: Readonly<Record<FilePosition, string>> = {
  'within-range': 'Within the range of the specialty.',
  broaden: 'Still competitive with a broader list.',
  borderline: 'Borderline: other parts of the file need to carry more.',
  backup: 'A backup specialty or a second application is likely to be needed.',
};
/** How a whole file stands, in one sentence. */
export const filePositionText = (position: FilePosition): string => positions[position];

const components: Readonly<Record<FileComponent, string>> = {
  clinical: 'Clinical grades',
  letters: 'Letters',
  research: 'Research',
  service: 'Service and teaching',
  professionalism: 'Professionalism',
};
/** A part of a file. */
export const fileComponentLabel = (component: FileComponent): string => components[component];

const ratings: Readonly<Record<ComponentRating, string>> = { strong: 'Strong', neutral: 'Neutral', weak: 'To build up' };
/** How a part rates; null is not known. */
export const componentRatingLabel = (rating: ComponentRating | null): string => (rating === null ? 'Not known' : ratings[rating]);

const amounts: Readonly<Record<ResearchAmount, string>> = { none: 'none yet', minimal: 'begun', some: 'some', strong: 'much' };
/** How much research there is to show, inside a sentence. */
export const researchAmountText = (amount: ResearchAmount): string => amounts[amount];

const groups: Readonly<Record<OtherReading['group'], string>> = {
  'highly-competitive': 'highly competitive',
  'moderately-competitive': 'moderately competitive',
  'less-numerically-competitive': 'less numerically competitive',
};
/** How another source groups a specialty, inside a sentence. */
export const otherGroupText = (group: OtherReading['group']): string => groups[group];

const dollars = (amount: number): string => `$${numberText(amount)}`;

/** What applications cost, in one line; undefined where nothing is known. */
export function applicationCostsText({ listed, advised }: ApplicationCosts): string | undefined {
  const parts = [
    ...(listed === null || listed === 0 ? [] : [`${dollars(listed)} for the list`]),
    ...(advised === null
      ? []
      : [
          `${advised.minimum === advised.maximum ? dollars(advised.minimum) : `${dollars(advised.minimum)}–${numberText(advised.maximum)}`} for the advised number in one specialty`,
        ]),
  ];
  return parts.length === 0 ? undefined : `Application fees: ${parts.join('; ')}`;
}
