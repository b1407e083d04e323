import type { Day, Experience, SpecialtyKey } from '@matchwatch/domain';
import type { ExperienceKind } from '@matchwatch/risk-policy';
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
  for (let i = 0; i < experiences.length; i++) {
    const experience = experiences[i] as Experience;
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

// Shared by all who have none; most have one or two of each, for which a grown array would reserve room for many.
const noKinds: readonly ExperienceKind[] = [];
const noExperiences: readonly Experience[] = [];
const noSites: readonly string[] = [];

/** What is known of an IMG's US clinical experience that has begun; `inSpecialty` is that of one specialty. */
export class UsceRecord {
  kinds: readonly ExperienceKind[] = noKinds;
  handsOn = false;
  /** Hands-on experience in a country that is not stated. */
  maybeHandsOn = false;
  unknownCountry = false;
  underWay = false;
  /** Latest known last day. */
  lastOn: Day | undefined = undefined;
  /** Latest first day of experience whose last day is not known. */
  openSince: Day | undefined = undefined;
  unknownEnd = false;
  inSpecialty: readonly Experience[] = noExperiences;
  unknownSpecialty = false;
  acgme = false;
  unknownAcgme = false;
  sites: readonly string[] = noSites;
  unknownSite = false;

  constructor(experiences: readonly Experience[], specialty: SpecialtyKey | undefined, policy: ViewPolicy) {
    for (const experience of experiences) {
      if (!policy.usceKinds.has(experience.kind) || !hasBegun(experience, policy.asOf)) continue;
      if (isInUs(experience)) this.#add(experience, specialty, policy);
      else if (experience.us === undefined) {
        this.unknownCountry = true;
        if (isHandsOn(experience, policy)) this.maybeHandsOn = true;
      }
    }
  }

  #add(experience: Experience, specialty: SpecialtyKey | undefined, policy: ViewPolicy): void {
    const { kind, from, to, site, acgmeSite } = experience;
    if (!this.kinds.includes(kind)) this.kinds = [...this.kinds, kind];
    if (isHandsOn(experience, policy)) this.handsOn = true;
    if (to === undefined) {
      this.unknownEnd = true;
      if (from !== undefined && (this.openSince === undefined || from > this.openSince)) this.openSince = from;
    } else if (to >= policy.asOf) this.underWay = true;
    else if (this.lastOn === undefined || to > this.lastOn) this.lastOn = to;

    if (experience.specialty === undefined) this.unknownSpecialty = true;
    if (experience.specialty === undefined || experience.specialty !== specialty) return;
    this.inSpecialty = [...this.inSpecialty, experience];
    if (acgmeSite === true) this.acgme = true;
    else if (acgmeSite === undefined) this.unknownAcgme = true;
    if (site === undefined) this.unknownSite = true;
    else {
      const name = site.trim().toLowerCase();
      if (!this.sites.includes(name)) this.sites = [...this.sites, name];
    }
  }
}

const isHandsOn = ({ kind, handsOn }: Experience, { handsOnKinds }: ViewPolicy): boolean => handsOn ?? handsOnKinds.has(kind);
const isInUs = ({ us, kind }: Experience): boolean => us ?? kind === 'us-clerkship';
const hasBegun = ({ from }: Experience, asOf: Day): boolean => from === undefined || from <= asOf;
