import type { ApplicantRecord, Day } from '@matchwatch/domain';
import { Chance } from './chance.js';
import { knownOn } from './life/known-on.js';
import { live } from './life/live.js';
import { calendarOf } from './season-calendar.js';

/** What a synthetic population is made from; the same values give the same records. */
export interface SyntheticPopulation {
  readonly count: number;
  readonly seed: number;
  readonly season: number;
  readonly asOf: Day;
}

/** Any number of believable records of one season, one at a time, with the distributions of the demo cohort. */
export function* syntheticRecords({ count, seed, season, asOf }: SyntheticPopulation): Generator<ApplicantRecord, void, undefined> {
  const calendar = calendarOf(season);
  for (let i = 0; i < count; i++) yield knownOn(live(new Chance(seed ^ season, i), calendar, demoId(season, i)), asOf);
}

/** The id of the nth generated applicant of a season, such as `M27-0042`. */
export const demoId = (season: number, index: number): string => `M${season % 100}-${String(index + 1).padStart(4, '0')}`;
