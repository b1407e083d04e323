/** A calendar day in the school's time zone, `YYYY-MM-DD`; days compare as strings. */
export type Day = `${number}-${number}-${number}`;

const shape = /^\d{4}-\d{2}-\d{2}$/;
const msPerDay = 86_400_000;

const zero = 48;
const twoDigits = (day: Day, at: number): number => (day.charCodeAt(at) - zero) * 10 + day.charCodeAt(at + 1) - zero;

/** Days since 1970-01-01, for arithmetic. */
export const dayNumber = (day: Day): number =>
  // Digit by digit, as Date.parse takes many times as long: rules ask this for each applicant of a run.
  Date.UTC(twoDigits(day, 0) * 100 + twoDigits(day, 2), twoDigits(day, 5) - 1, twoDigits(day, 8)) / msPerDay;

const padded = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));

function fromDayNumber(n: number): Day {
  const date = new Date(n * msPerDay);
  const year = date.getUTCFullYear();
  // Also where it is none: NaN lies in no range.
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`No day of the calendar has the number ${n}`);
  return `${padded[Math.floor(year / 100)]}${padded[year % 100]}-${padded[date.getUTCMonth() + 1]}-${padded[date.getUTCDate()]}` as Day;
}

/** True for a day that exists in the calendar and lies in the years 1900–2199. */
export const isDay = (text: unknown): text is Day =>
  typeof text === 'string' &&
  shape.test(text) &&
  text >= '1900-01-01' &&
  text < '2200-01-01' &&
  fromDayNumber(dayNumber(text as Day)) === text;

/** The day itself, or a thrown `RangeError` that quotes what was given. */
export function toDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a calendar day (YYYY-MM-DD): ${JSON.stringify(text)}`);
  return text;
}

/** The day `days` after (or, negative, before) a day. */
export const addDays = (day: Day, days: number): Day => fromDayNumber(dayNumber(day) + days);

/** The same day of the month `months` later, or the last of the month where there is none. */
export function addMonths(day: Day, months: number): Day {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(y, m - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return fromDayNumber(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(d, last)) / msPerDay);
}

/** The same day of the year `years` later; 29 February becomes the 28th. */
export const addYears = (day: Day, years: number): Day =>
  // Every other day exists in every year; rules ask this for each applicant of a run.
  day.endsWith('-02-29') ? addMonths(day, 12 * years) : (`${Number(day.slice(0, 4)) + years}${day.slice(4)}` as Day);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** A day of a year written as month and day, `MM-DD`. */
export type MonthDay = `${number}-${number}`;

/** The day with that month and day in a year. */
export const onYear = (year: number, monthDay: MonthDay): Day => toDay(`${year}-${monthDay}`);

/** The Monday of the week a day lies in. */
export const mondayOf = (day: Day): Day => addDays(day, -((dayNumber(day) + 3) % 7));

const clocks = new Map<string, Intl.DateTimeFormat>();
const mostClocks = 64;

/** The clock of a time zone, kept: it takes far longer to make than to ask. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    if (clocks.size >= mostClocks) clocks.clear();
    clock = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** The calendar day of an instant in a time zone (IANA name). */
export const dayIn = (timeZone: string, instant: Date): Day => clockOf(timeZone).format(instant).slice(0, 10) as Day;

/** What the clocks of a time zone show at an instant, as if it were UTC. */
function shownIn(timeZone: string, instant: number): number {
  const parts = clockOf(timeZone).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`);
}

/** The instant at which the clocks of a time zone show a time (`HH:MM`) of a day; of a time that the clocks skip, the one as far after midnight. */
export function instantIn(timeZone: string, day: Day, time: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const first = wanted - (shownIn(timeZone, wanted) - wanted);
  // The offset may be another one there: look again from where it led.
  const second = first - (shownIn(timeZone, first) - wanted);
  // Skipped by the clocks: one of the two lies before the gap, the other after it.
  return new Date(shownIn(timeZone, second) === wanted ? second : Math.max(first, second));
}
