import { type ApplicantRecord, type Day, dayNumber } from '@matchwatch/domain';
import { advisors, type DemoAdvisor } from './advisors.js';
import { castTurns } from './cast/cast-turns.js';
import { castIn } from './cast/index.js';
import { Chance } from './chance.js';
import { knownOn, usualPace } from './life/known-on.js';
import type { Life } from './life/life.js';
import { live } from './life/live.js';
import { type Mondays, mondaysOf, withTurns } from './life/weekly-turns.js';
import { calendarOf, currentSeason } from './season-calendar.js';
import { demoId } from './synthetic.js';

/** A fictional school of about six hundred applicants in three seasons. */
export interface DemoCohort {
  /** The season before the current one, the current one, and the next. */
  readonly seasons: readonly [number, number, number];
  readonly advisors: readonly DemoAdvisor[];
  /** Every record as the school knows it on a day; days around `asOf` tell one consistent story, week by week. */
  recordsOn(day: Day): ApplicantRecord[];
}

const sizes = [180, 220, 212] as const;

/** The demo cohort around a day: the cast in the current season, generated applicants beside them; the same for the same day's season and seed. */
export function demoCohort({ asOf, seed }: { asOf: Day; seed: number }): DemoCohort {
  const current = currentSeason(asOf);
  const seasons = [current - 1, current, current + 1] as const;
  const calendar = calendarOf(current);
  const mondays = mondaysOf(calendar);
  const turns = castTurns(mondays, calendar, current);
  const cast = castIn(current).map(({ record }) => ({ record, pace: usualPace(record), turns: turns.get(record.externalId) ?? [] }));
  const taken = new Set(cast.map(({ record: { name } }) => `${name.given} ${name.family}`));
  const [past, now, next] = seasons.map((season, which) => generated(season, sizes[which] ?? 0, seed, taken)) as [Life[], Life[], Life[]];
  const lives: Life[] = [
    ...cast,
    ...past,
    ...withTurns(withArrivals(now, mondays), mondays, calendar, 0, new Chance(seed ^ current, -1)),
    ...withTurns(
      withArrivals(
        next,
        mondays.filter((_, week) => week % 2 === 0),
      ),
      mondays,
      calendar,
      1,
      new Chance(seed ^ (current + 1), -1),
    ),
  ];
  return {
    seasons,
    advisors,
    recordsOn: (day) => {
      const today = dayNumber(day);
      return lives.filter(({ arrivesOn = 0 }) => arrivesOn <= today).map((life) => knownOn(life, day));
    },
  };
}

function generated(season: number, size: number, seed: number, taken: Set<string>): Life[] {
  const lives: Life[] = [];
  for (let tries = 0; lives.length < size; tries++) {
    const life = live(new Chance(seed ^ season, tries), calendarOf(season), demoId(season, lives.length));
    const { given, family } = life.record.name;
    // Two people of one name would only confuse a demonstration.
    if (taken.has(`${given} ${family}`)) continue;
    taken.add(`${given} ${family}`);
    lives.push(life);
  }
  return lives;
}

/** One of every third life becomes known in each of the weeks; graduates of other schools come last. */
function withArrivals(lives: readonly Life[], mondays: Mondays): Life[] {
  const isImg = ({ record: { applicantType } }: Life) => applicantType === 'us-img' || applicantType === 'non-us-img';
  const late = lives.filter((_, i) => i % 3 === 0);
  const inOrder = [...late.filter((life) => !isImg(life)), ...late.filter(isImg)].slice(-mondays.length);
  const arrivals = new Map(inOrder.map((life, i) => [life, (mondays[i] as number) - (i % 5)]));
  return lives.map((life) => {
    const arrivesOn = arrivals.get(life);
    return arrivesOn === undefined ? life : { ...life, arrivesOn };
  });
}
