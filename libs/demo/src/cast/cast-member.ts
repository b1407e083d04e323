import { type ApplicantRecord, type Casework, type Day, type MonthDay, onYear } from '@matchwatch/domain';

/** One fictional applicant of the cast: the record, what it is there to show, and the rules it must raise as of `castAsOf`. */
export interface CastMember {
  readonly record: ApplicantRecord;
  /** What the school has done about the applicant, where that is the matter. */
  readonly casework?: Casework;
  /** One sentence. */
  readonly shows: string;
  /** Codes raised as of `castAsOf`; others may be raised besides, never for somebody with an empty list. */
  readonly raises: readonly string[];
}

/** Days told from a Match season: `on(-1, '07-01')` is 1 July of the application year, `on(0, '03-01')` of the Match year. */
export interface SeasonDays {
  readonly season: number;
  on(yearOffset: number, monthDay: MonthDay): Day;
}

/** The days of one season. */
export const daysOfSeason = (season: number): SeasonDays => ({
  season,
  on: (yearOffset, monthDay) => onYear(season + yearOffset, monthDay),
});

/** A school that has met the applicant lately and has nothing open; each of the cast changes what it shows. */
export const nothingOpen = (on: SeasonDays['on']): Casework => ({
  riskLevel: 'high-risk',
  levelSince: on(0, '01-18'),
  atRiskSince: on(0, '01-18'),
  flags: [],
  reviews: [],
  meetings: [{ on: on(0, '02-24'), with: 'advisor' }],
  plan: { since: on(0, '01-25') },
  tasks: [],
  checkIns: [],
  agreed: [],
  mentors: [{ knowsImgPath: true }],
});
