import { addDays, addMonths, type Day } from '@matchwatch/domain';

/** The day of an assessment with the days around it that rules compare with, each worked out once. */
export class ReferenceDay {
  readonly #monthsBefore = new Map<number, Day>();
  readonly #daysBefore = new Map<number, Day>();

  constructor(readonly day: Day) {}

  /** The day `days` before. */
  daysBefore(days: number): Day {
    return remember(this.#daysBefore, days, () => addDays(this.day, -days));
  }

  /** The day `days` after. */
  daysAfter(days: number): Day {
    return this.daysBefore(-days);
  }

  /** The same day of the month `months` before. */
  monthsBefore(months: number): Day {
    return remember(this.#monthsBefore, months, () => addMonths(this.day, -months));
  }

  /** The same day of the year `years` before. */
  yearsBefore(years: number): Day {
    return this.monthsBefore(years * 12);
  }
}

function remember(known: Map<number, Day>, key: number, make: () => Day): Day {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
