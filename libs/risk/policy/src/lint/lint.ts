import { addDays, type Day, type PolicyNotice } from '@matchwatch/domain';
import { type Dated, findEntry } from '@matchwatch/risk-engine';
import type { Policy } from './policy.js';
import { findSeason } from './resolve.js';
import { findCitation } from './sources.js';

/**
 * Everything about a whole policy that a person should know before it is used: errors first. `season` is the Match year whose days are
 * looked at; without it, the one that `asOf` lies in.
 */
export function lintPolicy(policy: Policy, asOf: Day, season: number = seasonOf(asOf)): PolicyNotice[] {
  const days: [Day, Day] = [`${season - 1}-06-01` as Day, `${season}-05-31` as Day];
  const notices = [
    ...Object.entries(policy.values as Readonly<Record<string, Dated<unknown>>>).flatMap(([key, value]) => [
      ...sourceNotices(key, value),
      ...forceNotices(key, value, days),
    ]),
    ...calendarNotices(policy, season, asOf),
  ];
  return notices.sort((a, b) => rank[a.severity] - rank[b.severity]);
}

const rank = { error: 0, warning: 1, information: 2 } as const;

/** The Match year whose season a day lies in; a season begins on 1 June. */
export const seasonOf = (day: Day): number => Number(day.slice(0, 4)) + (day.slice(5) >= '06-01' ? 1 : 0);

function* sourceNotices(key: string, { values }: Dated<unknown>): Generator<PolicyNotice> {
  for (const [since, { sources, confirm }] of Object.entries(values) as [Day, Dated<unknown>['values'][Day]][]) {
    const unknown = sources.filter((source) => findCitation(source) === undefined);
    if (sources.length === 0) yield { code: 'value.no-source', severity: 'error', keys: [key], evidence: { since } };
    if (unknown.length > 0) yield { code: 'value.unknown-source', severity: 'error', keys: [key], evidence: { since, sources: unknown } };
    if (confirm) yield { code: 'value.unconfirmed', severity: 'information', keys: [key], evidence: { since } };
  }
}

function* forceNotices(key: string, value: Dated<unknown>, [from, until]: readonly [Day, Day]): Generator<PolicyNotice> {
  if (findEntry(value, from) !== undefined) return;
  const begins = (Object.keys(value.values) as Day[]).sort()[0] ?? null;
  const on = begins === null || begins > until ? from : addDays(begins, -1);
  yield { code: 'value.not-in-force', severity: 'error', keys: [key], evidence: { on, begins } };
}

function* calendarNotices(policy: Policy, season: number, asOf: Day): Generator<PolicyNotice> {
  if (findSeason(policy, season, asOf) === undefined)
    yield { code: 'season.no-calendar', severity: 'warning', keys: [`season.${season}`], evidence: { season } };
}
