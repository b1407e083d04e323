import type { Day, PolicyNotice } from '@matchwatch/domain';
import { findEntry } from '@matchwatch/risk-engine';
import type { Policy } from '../policy.js';
import { findSeason } from '../resolve.js';
import { type SeasonCalendar, seasonMarks } from '../season.js';

/** A season without a calendar, and calendars whose days do not come in their order. */
export function* seasonNotices(policy: Policy, season: number, asOf: Day): Generator<PolicyNotice> {
  if (findSeason(policy, season, asOf) === undefined)
    yield { code: 'season.no-calendar', severity: 'warning', keys: [`season.${season}`], evidence: { season } };
  for (const [key, value] of Object.entries(policy.values)) {
    if (!key.startsWith('season.')) continue;
    for (const since of Object.keys(value?.values ?? {}) as Day[]) {
      const calendar = value && (findEntry<unknown>(value, since)?.value as SeasonCalendar);
      if (calendar) yield* calendarNotices(key, Number(key.slice('season.'.length)), calendar);
    }
  }
}

function* calendarNotices(key: string, season: number, calendar: SeasonCalendar): Generator<PolicyNotice> {
  for (const [i, mark] of seasonMarks.entries()) {
    const next = seasonMarks[i + 1];
    if (next !== undefined && calendar[mark] > calendar[next])
      yield {
        code: 'season.out-of-order',
        severity: 'error',
        keys: [key],
        evidence: { season, days: [mark, next].map((each) => ({ mark: each, on: calendar[each] })) },
      };
  }
  if (!calendar.matchDay.startsWith(`${season}-`))
    yield { code: 'season.wrong-year', severity: 'error', keys: [key], evidence: { season, matchDay: calendar.matchDay } };
}
