import { type Day, seasonEndsOn } from '@matchwatch/domain';

/** The season people work on: the first whose Match year is not over in June, else the newest; `seasons` come newest first. */
export const currentSeason = (seasons: readonly number[], today: Day): number | undefined =>
  seasons.findLast((season) => today < seasonEndsOn(season)) ?? seasons[0];
