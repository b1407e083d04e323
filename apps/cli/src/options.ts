import { type Day, dayIn, isDay } from '@matchwatch/domain';
import { InvalidArgumentError } from 'commander';

/** A day given on the command line. */
export function dayOption(text: string): Day {
  if (!isDay(text)) throw new InvalidArgumentError('Must be a calendar day written YYYY-MM-DD.');
  return text;
}

/** A whole number given on the command line. */
export const wholeOption =
  (low: number, high: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < low || value > high)
      throw new InvalidArgumentError(`Must be a whole number from ${low} to ${high}.`);
    return value;
  };

/** Today in a time zone: the one place where the command line reads the clock for a day. */
export const today = (timeZone: string): Day => dayIn(timeZone, new Date());
