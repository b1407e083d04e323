import { addDays, type Day, dayIn, instantIn } from './day.js';

/** A cron expression of five fields (minute, hour, day of the month, month, day of the week), read. */
export interface Cron {
  minutes: readonly number[];
  hours: readonly number[];
  daysOfMonth: ReadonlySet<number>;
  months: ReadonlySet<number>;
  /** 0 is Sunday. */
  daysOfWeek: ReadonlySet<number>;
  /** True when both the day of the month and that of the week are named: then either suffices. */
  eitherDay: boolean;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The numbers of one field, in order; undefined where it cannot be read. */
function field(text: string, low: number, high: number, names: readonly string[] = []): number[] | undefined {
  const chosen = new Set<number>();
  const number = (word: string): number => {
    const named = names.indexOf(word);
    return named >= 0 ? named + low : /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
  };
  for (const part of text.split(',')) {
    const [range = '', stepText, ...more] = part.split('/');
    const step = stepText === undefined ? 1 : /^\d{1,2}$/.test(stepText) ? Number(stepText) : 0;
    const [from = '', to, ...rest] = range.split('-');
    const first = range === '*' ? low : number(from);
    const last = range === '*' || (to === undefined && stepText !== undefined) ? high : to === undefined ? first : number(to);
    if (more.length > 0 || rest.length > 0 || step < 1 || !(first >= low) || !(last <= high) || first > last) return undefined;
    for (let each = first; each <= last; each += step) chosen.add(each);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** A cron expression of five fields, or undefined where it cannot be read or names no day that ever comes. */
export function parseCron(text: string): Cron | undefined {
  const fields = text.trim().toLowerCase().split(/\s+/);
  const [minute, hour, dayOfMonth, month, dayOfWeek] = fields;
  if (fields.length !== 5 || !minute || !hour || !dayOfMonth || !month || !dayOfWeek) return undefined;
  const minutes = field(minute, 0, 59);
  const hours = field(hour, 0, 23);
  const daysOfMonth = field(dayOfMonth, 1, 31);
  const months = field(month, 1, 12, monthNames);
  const daysOfWeek = field(dayOfWeek, 0, 7, dayNames);
  if (!minutes || !hours || !daysOfMonth || !months || !daysOfWeek) return undefined;
  const eitherDay = !dayOfMonth.startsWith('*') && !dayOfWeek.startsWith('*');
  const lastDays = months.map((each) => (each === 2 ? 29 : [4, 6, 9, 11].includes(each) ? 30 : 31));
  if (!eitherDay && Math.max(...lastDays) < Math.min(...daysOfMonth)) return undefined;
  return {
    minutes,
    hours,
    daysOfMonth: new Set(daysOfMonth),
    months: new Set(months),
    daysOfWeek: new Set(daysOfWeek.map((each) => each % 7)),
    eitherDay,
  };
}

function fallsOn({ daysOfMonth, months, daysOfWeek, eitherDay }: Cron, day: Day): boolean {
  if (!months.has(Number(day.slice(5, 7)))) return false;
  const ofMonth = daysOfMonth.has(Number(day.slice(8)));
  const ofWeek = daysOfWeek.has(new Date(`${day}T00:00:00Z`).getUTCDay());
  return eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek;
}

/** One time of a schedule: an instant, and the day it is there. */
export interface Slot {
  at: Date;
  on: Day;
}

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * The times of one day, in order. Each time of the clock comes once a day: where the clocks skip it, as far after midnight; where they show
 * it twice, at one of the two, always the same; two that meet in one instant are one.
 */
function slotsOn(cron: Cron, timeZone: string, on: Day): Slot[] {
  if (!fallsOn(cron, on)) return [];
  const instants = new Set<number>();
  for (const hour of cron.hours)
    for (const minute of cron.minutes) instants.add(instantIn(timeZone, on, `${two(hour)}:${two(minute)}`).getTime());
  return [...instants].sort((a, b) => a - b).map((at) => ({ at: new Date(at), on }));
}

// A 29 February that is to be a certain day of the week comes after forty years at the latest.
const daysAhead = 41 * 366;

/** The first time of a schedule after an instant; undefined where none ever comes. */
export function nextSlot(cron: Cron, timeZone: string, after: Date): Slot | undefined {
  // A clock that skips midnight may show yesterday's time today.
  let on = addDays(dayIn(timeZone, after), -1);
  for (let days = 0; days < daysAhead; days++, on = addDays(on, 1)) {
    const next = slotsOn(cron, timeZone, on).find(({ at }) => at > after);
    if (next) return next;
  }
  return undefined;
}

/** The times of a schedule after one instant and up to another, in order; of very many only the last `most`. */
export function slotsBetween(cron: Cron, timeZone: string, after: Date, until: Date, most = 500): Slot[] {
  const found: Slot[] = [];
  const first = addDays(dayIn(timeZone, after), -1);
  for (let on = dayIn(timeZone, until); on >= first && found.length < most; on = addDays(on, -1))
    found.unshift(...slotsOn(cron, timeZone, on).filter(({ at }) => at > after && at <= until));
  return found.slice(-most);
}
