import { type Day, type MonthDay, onYear, type seasonLineYears } from '@matchwatch/domain';

/** The days of one Match season, from the organisers' calendars. */
export interface SeasonCalendar {
  /** The application service opens. */
  readonly opens: Day;
  /** Applicants may submit, programs may receive. */
  readonly submit: Day;
  readonly registrationOpens: Day;
  /** Programs start to read. */
  readonly review: Day;
  readonly registrationEnds: Day;
  readonly rankOpens: Day;
  /** Rank order lists are certified. */
  readonly rol: Day;
  /** Monday of Match week: applicants learn whether they matched. */
  readonly monday: Day;
  readonly soapReview: Day;
  readonly soapOffers: Day;
  readonly matchDay: Day;
  readonly ends: Day;
}

/** The days of a calendar, in the order in which they come. */
export const seasonMarks = [
  'opens',
  'submit',
  'registrationOpens',
  'review',
  'registrationEnds',
  'rankOpens',
  'rol',
  'monday',
  'soapReview',
  'soapOffers',
  'matchDay',
  'ends',
] as const satisfies readonly (keyof SeasonCalendar)[];

/** A line that falls on the same day of every season: in the application year, the calendar year before the Match, in the year before that, or in the Match year. */
export interface SeasonLine {
  readonly year: (typeof seasonLineYears)[number];
  readonly on: MonthDay;
}

/** The calendar year in which applicants of a Match season apply. */
export const applicationYear = (season: number): number => season - 1;

const yearsBeforeMatch: Readonly<Record<SeasonLine['year'], number>> = { 'before-application': 2, application: 1, match: 0 };

/** The day a line falls on in a season. */
export const lineDay = ({ year, on }: SeasonLine, season: number): Day => onYear(season - yearsBeforeMatch[year], on);
