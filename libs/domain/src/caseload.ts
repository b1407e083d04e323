import { addDays, type Day, daysBetween, mondayOf } from './day.js';
import { type RiskLevel, riskLevels } from './level.js';

/** How often somebody at each level is to be met, in meetings a month; values of the policy. */
export type MeetingsPerMonth = Readonly<Record<RiskLevel, number>>;

/** The meetings that a week asks for; the first and the last week count only their days within the forecast. */
export interface WeekOfMeetings {
  readonly week: Day;
  readonly meetings: number;
}

const daysOfMonth = 365.25 / 12;

/** The meetings a week that so many applicants at each level ask for. */
export const meetingsPerWeek = (levels: Readonly<Partial<Record<RiskLevel, number>>>, perMonth: MeetingsPerMonth): number =>
  (riskLevels.reduce((sum, level) => sum + (levels[level] ?? 0) * perMonth[level], 0) * 7) / daysOfMonth;

/** The meetings of each week from a day up to another, which is left out, as the levels stand now; no week where the second day is not later. */
export function forecastMeetings(
  levels: Readonly<Partial<Record<RiskLevel, number>>>,
  perMonth: MeetingsPerMonth,
  from: Day,
  until: Day,
): WeekOfMeetings[] {
  if (until <= from) return [];
  const weekly = meetingsPerWeek(levels, perMonth);
  const weeks: WeekOfMeetings[] = [];
  for (let week = mondayOf(from); week < until; week = addDays(week, 7)) {
    const first = week < from ? from : week;
    const next = addDays(week, 7);
    const days = daysBetween(first, next < until ? next : until);
    weeks.push({ week, meetings: (weekly * days) / 7 });
  }
  return weeks;
}
