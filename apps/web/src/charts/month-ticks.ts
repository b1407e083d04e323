import { addMonths, type Day, dayNumber } from '@matchwatch/domain';

/** Instant of a day as charts place it, in milliseconds. */
export const instantOf = (day: Day): number => dayNumber(day) * 86_400_000;

/** First days of months between two days, thinned to at most `most`, for the labels of a time axis. */
export function monthTicks(from: Day, to: Day, most: number): Day[] {
  const first = addMonths(`${from.slice(0, 7)}-01` as Day, from.endsWith('-01') ? 0 : 1);
  const months: Day[] = [];
  for (let month = first; month <= to; month = addMonths(month, 1)) months.push(month);
  const step = Math.max(1, Math.ceil(months.length / most));
  return months.filter((_month, index) => index % step === 0);
}
