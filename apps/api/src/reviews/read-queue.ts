import {
  type Day,
  dayIn,
  type Link,
  type QueueSeasonMark,
  queueSeasonMarks,
  scopeOf,
  type Urgency,
  type UrgencyCauses,
  type UrgencyWeights,
  urgencyOf,
} from '@matchwatch/domain';
import { type Policy, resolvePolicy } from '@matchwatch/risk-policy';
import { findSeason } from '@matchwatch/risk-rules';
import { type Database, listSeasonsInView, type QueueReading, type StandingSession } from '@matchwatch/store';
import { currentSeason } from '../home/current-season.js';
import { readSchoolPolicy } from '../policy/school-policy.js';
import type { Access } from '../session/authoriser.js';

/** What puts the queue in order on a day, by the school's policy. */
export function urgencyWeights(policy: Policy, today: Day): UrgencyWeights {
  const values = resolvePolicy(policy, today);
  return {
    urgent: values['review.urgency.urgent-weight'],
    near: values['review.urgency.near-weight'],
    nearDays: values['review.urgency.near-days'],
    age: values['review.urgency.age-weight'],
    ageDays: values['review.urgency.age-days'],
  };
}

/** The next day of a season that matters to everybody in it. */
export function nextSeasonDay(policy: Policy, season: number, today: Day): { mark: QueueSeasonMark; on: Day } | undefined {
  const calendar = findSeason(policy, season, today);
  const next = calendar && queueSeasonMarks.find((mark) => calendar[mark] >= today);
  return next && { mark: next, on: calendar[next] };
}

interface Queue {
  season: number;
  reading: QueueReading;
  seasonMark: QueueSeasonMark | null;
  urgency(causes: UrgencyCauses): Urgency;
}

/** Who asks for the queue of which season, on which day. */
interface QueueAsker {
  season: number;
  today: Day;
  person: StandingSession['person'];
  links: readonly Link[];
}

/** Everything the queue of a person is read with, by a school's policy. */
export function readingOf(policy: Policy, { season, today, person, links }: QueueAsker): Queue {
  const weights = urgencyWeights(policy, today);
  const next = nextSeasonDay(policy, season, today);
  return {
    season,
    reading: { person, scope: scopeOf(person, 'review.write', links), today, weights, seasonDay: next?.on ?? null },
    seasonMark: next?.mark ?? null,
    urgency: (causes) => urgencyOf(causes, weights, today),
  };
}

/** The same by the policy in force; of the season people work on when none is asked for. */
export async function readQueue(
  db: Database,
  { school, person }: StandingSession,
  { links, view }: Access,
  now: Date,
  asked: number | undefined,
): Promise<Queue> {
  const today = dayIn(school.timeZone, now);
  const { policy } = await readSchoolPolicy(db, school.id, today);
  const seasons = asked === undefined ? await listSeasonsInView(db, school.id, view) : [];
  const season =
    asked ??
    currentSeason(
      seasons.map((each) => each.season),
      today,
    ) ??
    Number(today.slice(0, 4));
  return readingOf(policy, { season, today, person, links });
}
