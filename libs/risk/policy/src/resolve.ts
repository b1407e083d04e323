import type { Day } from '@matchwatch/domain';
import { findEntry, resolveOn } from '@matchwatch/risk-engine';
import { type DailyValues, dailyKeys, type Policy, type ResolvedValues } from './policy.js';
import { type SeasonCalendar, seasonMarks } from './season.js';

/** The daily values of a policy as in force on a day; throws for one that has not begun. */
export function resolvePolicy({ values }: Policy, day: Day): ResolvedValues {
  const daily = Object.fromEntries(dailyKeys.map((key) => [key, values[key]])) as DailyValues;
  return resolveOn(daily, day);
}

/** Whether a policy says all that assessments need on a day; nothing can be assessed as of one before. */
export const isInForce = ({ values }: Policy, day: Day): boolean =>
  dailyKeys.every((key) => findEntry<unknown>(values[key], day) !== undefined);

/** The calendar of a season as known on a day; undefined when the policy has none. */
export function findSeason({ values }: Policy, season: number, day: Day): SeasonCalendar | undefined {
  const calendar = values[`season.${season}`];
  return calendar && findEntry(calendar, day)?.value;
}

/** The days of a season's calendar with the mark of each, as known on a day; none where the policy has no calendar of it. */
export function listSeasonDays(policy: Policy, season: number, day: Day): { mark: (typeof seasonMarks)[number]; on: Day }[] {
  const calendar = findSeason(policy, season, day);
  return calendar ? seasonMarks.map((mark) => ({ mark, on: calendar[mark] })) : [];
}
