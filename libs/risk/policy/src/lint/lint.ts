import type { Day, PolicyNotice } from '@matchwatch/domain';
import type { Policy } from '../policy.js';
import { bandNotices, levelNotices, listNotices, momentNotices, orderNotices } from './order-notices.js';
import { seasonNotices } from './season-notices.js';
import { forceNotices, sourceNotices } from './source-notices.js';

/**
 * Everything about a whole policy that a person should know before it is used, errors first, one notice a cause. `season` is the Match
 * year whose days are looked at; without it, the one that `asOf` lies in.
 */
export function lintPolicy(policy: Policy, asOf: Day, season: number = seasonOf(asOf)): PolicyNotice[] {
  const until = lastDayOf(season);
  const days = daysOfChange(policy, asOf, until);
  const found = new Map<string, PolicyNotice>();
  const add = (notice: PolicyNotice, cause: string) => {
    const id = `${notice.code} ${cause}`;
    if (!found.has(id)) found.set(id, notice);
  };
  for (const notice of [
    ...sourceNotices(policy),
    ...forceNotices(policy, firstDayOf(season), until),
    ...seasonNotices(policy, season, asOf),
  ])
    add(notice, JSON.stringify([notice.keys, notice.evidence]));
  // A value may change during the season; what is wrong on several days is told for the first.
  for (const on of days) {
    for (const notices of [orderNotices, levelNotices, listNotices, bandNotices])
      for (const notice of notices(policy, on)) add(notice, notice.keys.join(' '));
    for (const notice of momentNotices(policy, on, season)) add(notice, notice.keys.join(' '));
  }
  return [...found.values()].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

const rank = { error: 0, warning: 1, information: 2 } as const;

const firstDayOf = (season: number): Day => `${season - 1}-06-01`;
const lastDayOf = (season: number): Day => `${season}-05-31`;

/** The Match year whose season a day lies in; a season begins on 1 June. */
export const seasonOf = (day: Day): number => Number(day.slice(0, 4)) + (day.slice(5) >= '06-01' ? 1 : 0);

/** The day itself, and every later day up to the end of the season on which a value begins. */
function daysOfChange({ values }: Policy, asOf: Day, until: Day): Day[] {
  const starts = Object.values(values).flatMap((value) => Object.keys(value?.values ?? {}) as Day[]);
  return [...new Set([asOf, ...starts.filter((day) => day > asOf && day <= until)])].sort();
}
