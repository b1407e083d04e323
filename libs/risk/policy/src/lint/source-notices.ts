import { addDays, type Day, type PolicyEntry, type PolicyNotice } from '@matchwatch/domain';
import { findEntry } from '@matchwatch/risk-engine';
import { dailyKeys, defaultPolicy, type Policy } from '../policy.js';
import { findCitation } from '../sources.js';

/** Values that cite nothing, cite what the register does not hold, or wait for the school's word. */
export function* sourceNotices({ values }: Policy): Generator<PolicyNotice> {
  for (const [key, value] of Object.entries(values)) {
    for (const [since, { sources, confirm }] of Object.entries(value?.values ?? {}) as [Day, PolicyEntry][]) {
      const unknown = sources.filter((source) => findCitation(source) === undefined);
      if (sources.length === 0) yield { code: 'value.no-source', severity: 'error', keys: [key], evidence: { since } };
      if (unknown.length > 0) yield { code: 'value.unknown-source', severity: 'error', keys: [key], evidence: { since, sources: unknown } };
      if (confirm) yield { code: 'value.unconfirmed', severity: 'information', keys: [key], evidence: { since } };
    }
  }
}

/**
 * Values that every assessment needs and that begin only after the season has; and, as warnings, pass marks and calendars that begin later
 * than the default's: exams and days before would have none.
 */
export function* forceNotices({ values }: Policy, from: Day, until: Day): Generator<PolicyNotice> {
  for (const key of dailyKeys) {
    const value = values[key];
    if (findEntry<unknown>(value, from) !== undefined) continue;
    const begins = firstDay(value);
    const on = begins === null || begins > until ? from : addDays(begins, -1);
    yield { code: 'value.not-in-force', severity: 'error', keys: [key], evidence: { on, begins } };
  }
  for (const [key, value] of Object.entries(values)) {
    const standard = isDaily.has(key) ? undefined : defaultPolicy.values[key as `season.${number}`];
    const [begins, on] = [value && firstDay(value), standard && firstDay(standard)];
    if (begins && on && begins > on) yield { code: 'value.not-in-force', severity: 'warning', keys: [key], evidence: { on, begins } };
  }
}

const isDaily: ReadonlySet<string> = new Set(dailyKeys);

const firstDay = ({ values }: { readonly values: Readonly<Record<Day, unknown>> }): Day | null =>
  (Object.keys(values) as Day[]).sort()[0] ?? null;
