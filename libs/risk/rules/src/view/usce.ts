import type { Day, Experience } from '@matchwatch/domain';
import { paths } from './paths.js';
import type { ViewPolicy } from './view-policy.js';

/** Whether an applicant has had US clinical experience. */
export type Usce = { readonly has: boolean } | { readonly has: undefined; readonly missing: string };

const has: Usce = { has: true };
const hasNot: Usce = { has: false };
const unknownList: Usce = { has: undefined, missing: paths.experiences };
const unknownCountry: Usce = { has: undefined, missing: paths.experiencesUs };

/** Looks for US clinical experience that has begun; planned experience does not count. */
export function findUsce(experiences: readonly Experience[] | undefined, policy: ViewPolicy): Usce {
  if (experiences === undefined) return unknownList;
  let inUnknownCountry = false;
  for (const experience of experiences) {
    if (!policy.usceKinds.has(experience.kind) || !hasBegun(experience, policy.asOf)) continue;
    if (isInUs(experience)) return has;
    if (experience.us === undefined) inUnknownCountry = true;
  }
  return inUnknownCountry ? unknownCountry : hasNot;
}

/** Last day, up to the day of the assessment, of hands-on US clinical experience. */
export function lastHandsOnDay(experiences: readonly Experience[], { handsOnKinds, usceKinds, asOf }: ViewPolicy): Day | undefined {
  let last: Day | undefined;
  for (const experience of experiences) {
    const { kind, handsOn, from, to } = experience;
    const counts = handsOn === undefined ? handsOnKinds.has(kind) : handsOn && usceKinds.has(kind);
    if (!counts || !isInUs(experience) || !hasBegun(experience, asOf)) continue;
    // Experience that is still going on is named by its first day, so that the evidence does not change daily.
    const day = to !== undefined && to <= asOf ? to : from;
    if (day !== undefined && (last === undefined || day > last)) last = day;
  }
  return last;
}

const isInUs = ({ us, kind }: Experience): boolean => us ?? kind === 'us-clerkship';
const hasBegun = ({ from }: Experience, asOf: Day): boolean => from === undefined || from <= asOf;
