import type { Day } from '@matchwatch/domain';

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const withYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });

const instantOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** A day for a narrow column, “14 Aug”; with its year when that is not the year of `today`. */
export function shortDay(day: Day, today?: Day): string {
  // British English writes “Sept”, the only month of four letters: columns stay even without it.
  return (today?.slice(0, 4) === day.slice(0, 4) ? short : withYear).format(instantOf(day)).replace('Sept', 'Sep');
}

/** A day inside a sentence, “Monday 10 August”. */
export const longDay = (day: Day): string => long.format(instantOf(day)).replace(',', '');

/** How long ago a day is, in the coarsest unit that still tells: “today”, “3 days”, “5 weeks”, “7 months”. */
export function ageText(days: number): string {
  if (days <= 0) return 'today';
  if (days < 14) return days === 1 ? '1 day' : `${days} days`;
  if (days < 90) return `${Math.round(days / 7)} weeks`;
  if (days < 730) return `${Math.round(days / 30.4)} months`;
  return `${Math.round(days / 365)} years`;
}

/** An instant in the school's zone: “today 06:10”, or “20 Nov 06:10”. */
export function instantText(at: string, timeZone: string | undefined, today?: Day): string {
  const zone = timeZone ? { timeZone } : {};
  const instant = new Date(at);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', ...zone }).format(instant);
  const day = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', ...zone }).format(instant) as Day;
  return day === today ? `today ${time}` : `${shortDay(day, today)} ${time}`;
}

/** How long something took: “< 0.1 s”, “0.8 s”, “42 s”, “3 min 10 s”. */
export function durationText(from: string, to: string): string {
  const seconds = Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
  if (seconds < 0.1) return '< 0.1 s';
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** A count with thin separators: 100,000. */
export const countText = (count: number): string => count.toLocaleString('en-US');

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'] as const;
/** A count at the head of a sentence: in words up to twelve. */
export const countWord = (count: number): string => words[count] ?? countText(count);
