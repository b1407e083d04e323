import type { Day } from '@matchwatch/domain';
import { applicationYear, lineDay, type SeasonLine } from '@matchwatch/risk-policy';

/** One Match season seen from the day of the assessment; each line's day is worked out once. */
export class Season {
  readonly #days = new Map<SeasonLine, Day>();

  /** Whether the day lies in the calendar year in which this season's applicants apply. */
  readonly isApplicationYear: boolean;

  constructor(
    readonly matchYear: number,
    readonly asOf: Day,
  ) {
    this.isApplicationYear = asOf.startsWith(`${applicationYear(matchYear)}-`);
  }

  /** The day a line falls on. */
  dayOf(line: SeasonLine): Day {
    let day = this.#days.get(line);
    if (day === undefined) {
      day = lineDay(line, this.matchYear);
      this.#days.set(line, day);
    }
    return day;
  }

  /** Whether a line has come, on its own day included. */
  reached(line: SeasonLine): boolean {
    return this.dayOf(line) <= this.asOf;
  }
}
