import type { Day } from '@matchwatch/domain';

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
// A day is a day of the calendar, never an instant: it is read and written in the same zone.
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const dayMonthYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const conjunction = new Intl.ListFormat('en-US', { type: 'conjunction' });

const midnight = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** “14 August”. */
export const dayText = (day: Day): string => dayAndMonth.format(midnight(day));

/** “14 August 2026”. */
export const dayWithYear = (day: Day): string => dayMonthYear.format(midnight(day));

/** “1,250”. */
export const numberText = (value: number): string => whole.format(value);

/** “1 point”, “11 points”. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${numberText(count)} ${count === 1 ? one : many}`;

/** “a, b, and c”. */
export const listText = (items: readonly string[]): string => conjunction.format(items);

/** The text with a capital first letter. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
