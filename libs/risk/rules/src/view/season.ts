import type { Day } from '@matchwatch/domain';
import { lineDay, type SeasonLine } from '@matchwatch/risk-policy';

/** One Match season seen from the day of the assessment; each line's day is worked out once. */
export class Season {
  readonly #days = new Map<SeasonLine, Day>();

  constructor(
    readonly matchYear: number,
    readonly asOf: Day,
  ) {}

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

  /** Whether the day lies after a line. */
  isOver(line: SeasonLine): boolean {
    return this.dayOf(line) < this.asOf;
  }
}
