import { type ApplicantType, addDays, type Day } from '@matchwatch/domain';
import { lineDay, type SeasonCalendar, type SeasonLine } from '@matchwatch/risk-policy';
import type { Audience } from '../scope.js';

/** A day of the organisers' calendar. */
export type SeasonMark = keyof SeasonCalendar;

/** One Match season seen from the day of the assessment; each day that rules ask for is worked out once. */
export class Season {
  readonly #reached = new Map<SeasonLine, boolean>();
  readonly #days = new Map<SeasonLine, Day>();
  readonly #daysAfter = new Map<SeasonLine, Map<number, Day>>();
  readonly #audiences = new Map<ApplicantType, { readonly before: Audience; readonly over: Audience }>();
  readonly #daysBefore = new Map<SeasonMark, Map<number, Day>>();

  constructor(
    readonly matchYear: number,
    readonly asOf: Day,
    /** Undefined for a season that the policy does not know. */
    readonly calendar: SeasonCalendar | undefined,
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

  /** The day `days` after a line. */
  daysAfter(line: SeasonLine, days: number): Day {
    return shifted(this.#daysAfter, line, this.dayOf(line), days);
  }

  /** The day `days` before a day of the calendar; undefined for a season without one. */
  daysBefore(mark: SeasonMark, days: number): Day | undefined {
    return this.calendar && shifted(this.#daysBefore, mark, this.calendar[mark], -days);
  }

  /** Whether a line has come, on its own day included. */
  reached(line: SeasonLine): boolean {
    let reached = this.#reached.get(line);
    if (reached === undefined) {
      reached = this.dayOf(line) <= this.asOf;
      this.#reached.set(line, reached);
    }
    return reached;
  }

  /** Always the same object for the same kind of applicants. */
  audience(applicantType: ApplicantType, matchIsOver: boolean): Audience {
    let audiences = this.#audiences.get(applicantType);
    if (audiences === undefined) {
      const of = { season: this, applicantType };
      audiences = { before: { ...of, matchIsOver: false }, over: { ...of, matchIsOver: true } };
      this.#audiences.set(applicantType, audiences);
    }
    return matchIsOver ? audiences.over : audiences.before;
  }

  /** Whether the day lies after a line. */
  isOver(line: SeasonLine): boolean {
    return this.dayOf(line) < this.asOf;
  }
}

function shifted<Key>(known: Map<Key, Map<number, Day>>, key: Key, from: Day, days: number): Day {
  let ofKey = known.get(key);
  if (ofKey === undefined) {
    ofKey = new Map();
    known.set(key, ofKey);
  }
  let day = ofKey.get(days);
  if (day === undefined) {
    day = addDays(from, days);
    ofKey.set(days, day);
  }
  return day;
}
