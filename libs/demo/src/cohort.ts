import type { ApplicantRecord, Day } from '@matchwatch/domain';
import { advisors, type DemoAdvisor } from './advisors.js';
import { castIn } from './cast/index.js';
import { Chance } from './chance.js';
import { knownOn, usualPace } from './life/known-on.js';
import type { Life } from './life/life.js';
import { live } from './life/live.js';
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

const sizes = [180, 195, 200] as const;

/** The demo cohort around a day: the cast in the current season, generated applicants beside them; the same for the same day's season and seed. */
export function demoCohort({ asOf, seed }: { asOf: Day; seed: number }): DemoCohort {
  const current = currentSeason(asOf);
  const seasons = [current - 1, current, current + 1] as const;
  const lives: Life[] = castIn(current).map(({ record }) => ({ record, pace: usualPace(record) }));
  const taken = new Set(lives.map(({ record: { name } }) => `${name.given} ${name.family}`));
  seasons.forEach((season, which) => {
    const size = sizes[which] ?? 0;
    for (let i = 0, tries = 0; i < size; tries++) {
      const life = live(new Chance(seed ^ season, tries), calendarOf(season), demoId(season, i));
      const { given, family } = life.record.name;
      // Two people of one name would only confuse a demonstration.
      if (taken.has(`${given} ${family}`)) continue;
      taken.add(`${given} ${family}`);
      lives.push(life);
      i += 1;
    }
  });
  return { seasons, advisors, recordsOn: (day) => lives.map((life) => knownOn(life, day)) };
}
