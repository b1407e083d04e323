import { type Day, fullView } from '@matchwatch/domain';
import { findSeason } from '@matchwatch/risk-rules';
import { type Database, listSeasonsInView } from '@matchwatch/store';
import { currentSeason } from '../home/current-season.js';
import { readSchoolPolicy } from '../policy/school-policy.js';

/** The season a school works on, and the day it opened; facts about programs checked before are to be checked again. */
export interface OpenSeason {
  season: number | null;
  opens: Day | null;
}

/** Reads it as of a day; null where there is no season yet, or no calendar of it. */
export async function readOpenSeason(db: Database, schoolId: string, today: Day): Promise<OpenSeason> {
  const seasons = (await listSeasonsInView(db, schoolId, fullView)).map((each) => each.season);
  const season = currentSeason(seasons, today) ?? null;
  if (season === null) return { season, opens: null };
  const { policy } = await readSchoolPolicy(db, schoolId, today);
  return { season, opens: findSeason(policy, season, today)?.opens ?? null };
}
