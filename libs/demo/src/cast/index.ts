import type { Day } from '@matchwatch/domain';
import { type CastMember, daysOfSeason } from './cast-member.js';
import { dataCast } from './data.cast.js';
import { examCast } from './exam.cast.js';
import { imgCast } from './img.cast.js';
import { planCast } from './plan.cast.js';
import { withInterviewDays } from './solid-record.js';
import { steadyCast } from './steady.cast.js';

export type { CastMember } from './cast-member.js';

/** The cast played in another season: the same people, their days moved with it, except days that a pass mark of their time depends on. */
export function castIn(season: number): CastMember[] {
  const days = daysOfSeason(season);
  return [...steadyCast(days), ...examCast(days), ...imgCast(days), ...planCast(days), ...dataCast(days)].map(({ record, ...member }) => ({
    ...member,
    record: record.programs === undefined ? record : { ...record, programs: withInterviewDays(days, record.programs) },
  }));
}

/** The named fictional applicants, each there to show one thing; together they raise every rule that a record alone can raise. */
export const cast: readonly CastMember[] = castIn(2027);

/** The day the cast is told from: two weeks before Match Monday 2027, when every season-bound rule has had its day. */
export const castAsOf: Day = '2027-03-01';
