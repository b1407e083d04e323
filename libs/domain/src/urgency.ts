import { type Day, daysBetween } from './day.js';
import type { FindingLevel } from './level.js';

/** How much each part of urgency may weigh; values of the policy. */
export interface UrgencyWeights {
  /** A flag at urgent against one at act. */
  readonly urgent: number;
  /** The most that a near date weighs, and from how many days ahead it begins to. */
  readonly near: number;
  readonly nearDays: number;
  /** The most that waiting weighs, and after how many days it does. */
  readonly age: number;
  readonly ageDays: number;
}

/** What makes an applicant's waiting flags urgent: the highest level, the first day that matters, the day since which the first of them waits. */
export interface UrgencyCauses {
  readonly level: FindingLevel;
  readonly dueOn: Day | null;
  readonly since: Day;
}

/** Urgency with its parts; each is 1 where nothing presses. */
export interface Urgency {
  readonly total: number;
  readonly level: number;
  readonly nearness: number;
  readonly age: number;
}

const part = (most: number, share: number): number => 1 + (most - 1) * share;

/** How urgent a review is on a day: level × nearness of the day that matters × age. A day that has gone by is as near as can be. */
export function urgencyOf({ level, dueOn, since }: UrgencyCauses, weights: UrgencyWeights, today: Day): Urgency {
  const { near, nearDays, age: oldest, ageDays } = weights;
  const ahead = dueOn === null ? nearDays : Math.min(Math.max(daysBetween(today, dueOn), 0), nearDays);
  const waited = Math.min(Math.max(daysBetween(since, today), 0), ageDays);
  const byLevel = level === 'urgent' ? weights.urgent : 1;
  const nearness = part(near, 1 - ahead / nearDays);
  const age = part(oldest, waited / ageDays);
  return { total: byLevel * nearness * age, level: byLevel, nearness, age };
}

/** Days of a season that matter to everybody who applies in it, in their order. */
export const queueSeasonMarks = ['submit', 'review', 'rankOpens', 'rol', 'monday'] as const;
export type QueueSeasonMark = (typeof queueSeasonMarks)[number];
