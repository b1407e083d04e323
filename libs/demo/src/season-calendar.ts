import { type Day, dayNumber, onYear } from '@matchwatch/domain';

/** The landmarks of one season as day numbers; the rules take theirs from the policy, stories need only come near. */
export interface SeasonCalendar {
  readonly season: number;
  /** 1 January two years before the Match, one year before, and of the Match year. */
  readonly januaries: readonly [number, number, number];
  readonly submit: number;
  readonly review: number;
  readonly rol: number;
  readonly monday: number;
  readonly matchDay: number;
}

const calendars = new Map<number, SeasonCalendar>();

/** Applications open on the first Wednesday of September, review starts three weeks later, the Match is on the third Friday of March. */
export function calendarOf(season: number): SeasonCalendar {
  const known = calendars.get(season);
  if (known) return known;
  const submit = nthWeekday(onYear(season - 1, '09-01'), 3, 1);
  const matchDay = nthWeekday(onYear(season, '03-01'), 5, 3);
  const january = (year: number) => dayNumber(onYear(year, '01-01'));
  const calendar = {
    season,
    januaries: [january(season - 2), january(season - 1), january(season)] as const,
    submit,
    review: submit + 21,
    rol: matchDay - 16,
    monday: matchDay - 4,
    matchDay,
  };
  calendars.set(season, calendar);
  return calendar;
}

/** The season whose cycle a day lies in: a season ends with May, so from 1 June the next Match is the current one. */
export function currentSeason(asOf: Day): number {
  const year = Number(asOf.slice(0, 4));
  return asOf.slice(5) >= '06-01' ? year + 1 : year;
}

/** Day number of the nth given weekday (0 = Sunday) on or after a day. */
function nthWeekday(from: Day, weekday: number, nth: number): number {
  const first = dayNumber(from);
  return first + ((weekday - ((first + 4) % 7) + 7) % 7) + 7 * (nth - 1);
}

const texts: (Day | undefined)[] = new Array(40_000);

/** The day of a day number, remembered: stories ask for the same few thousand days over and over. */
export function dayText(n: number): Day {
  const text = texts[n];
  if (text !== undefined) return text;
  const made = new Date(n * 86_400_000).toISOString().slice(0, 10) as Day;
  texts[n] = made;
  return made;
}
