import { addDays, type Day, type FindingLevel, findingRank, type PolicyNotice } from '@matchwatch/domain';
import { findEntry } from '@matchwatch/risk-engine';
import { findPolicyValue } from '../changes.js';
import { bandRows, levelOrders, type Moment, momentOrders, type Order, valueOrders } from '../orders.js';
import { type DailyValues, dailyKeys, type Policy, type PolicyKey } from '../policy.js';
import { findSeason } from '../resolve.js';
import { lineDay, type SeasonLine } from '../season.js';
import type { ScoreRange } from '../values/specialties.js';

/** Undefined while the key is not in force: that is told by a notice of its own. */
const valueOn = ({ values }: Policy, key: PolicyKey, on: Day): unknown => {
  const value = values[key];
  return value && findEntry<unknown>(value, on)?.value;
};

/** Numbers, shares and ranges out of their order, and lines with nothing between them. */
export const orderNotices = (policy: Policy, on: Day): PolicyNotice[] =>
  valueOrders.flatMap((order) => neighbours(policy, on, order, compareValues, 'error'));

/** Levels of one rule where the milder case has the more serious one. */
export const levelNotices = (policy: Policy, on: Day): PolicyNotice[] =>
  levelOrders.flatMap((order) =>
    neighbours(policy, on, order, (a, b) => findingRank[a as FindingLevel] - findingRank[b as FindingLevel], 'warning'),
  );

function neighbours(
  policy: Policy,
  on: Day,
  { keys, apart }: Order,
  compare: (a: unknown, b: unknown) => number,
  severity: PolicyNotice['severity'],
): PolicyNotice[] {
  return keys.slice(1).flatMap((key, i): PolicyNotice[] => {
    const before = keys[i] as PolicyKey;
    const values = [before, key].map((each) => ({ key: each, value: valueOn(policy, each, on) }));
    const [a, b] = values.map(({ value }) => value);
    if (a === undefined || b === undefined) return [];
    const order = compare(a, b);
    if (order > 0) return [{ code: 'values.out-of-order', severity, keys: [key, before], evidence: { on, values } }];
    return order === 0 && apart ? [{ code: 'values.same', severity: 'warning', keys: [key, before], evidence: { on, values } }] : [];
  });
}

/** Positive when the first belongs after the second. Ranges go by their low ends, and neither end may run backwards. */
function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  const [lowA = 0, highA = 0] = ends(a);
  const [lowB = 0, highB = 0] = ends(b);
  return highA > highB ? 1 : lowA - lowB;
}

const ends = (range: unknown): number[] =>
  Object.values(range as Readonly<Record<string, number | null>>).map((end) => end ?? Number.POSITIVE_INFINITY);

/** Lists of numbers that do not ascend. */
export const listNotices = (policy: Policy, on: Day): PolicyNotice[] =>
  dailyKeys.flatMap((key): PolicyNotice[] => {
    if (findPolicyValue(key)?.kind.type !== 'numbers') return [];
    const value = valueOn(policy, key, on) as readonly number[] | undefined;
    return value?.some((each, i) => i > 0 && each <= (value[i - 1] as number))
      ? [{ code: 'list.out-of-order', severity: 'error', keys: [key], evidence: { on, value } }]
      : [];
  });

/** Scores that lie in no range of a row of ranges, and in two. */
export const bandNotices = (policy: Policy, on: Day): PolicyNotice[] =>
  bandRows.flatMap((row) =>
    row.slice(1).flatMap((key, i): PolicyNotice[] => {
      const before = row[i] as keyof DailyValues;
      const [lower, upper] = [before, key].map((each) => valueOn(policy, each, on) as ScoreRange | undefined);
      if (lower === undefined || upper === undefined || lower.low >= upper.low) return [];
      const keys = [key, before];
      if (lower.high !== null && lower.high + 1 < upper.low)
        return [{ code: 'band.gap', severity: 'warning', keys, evidence: { on, from: lower.high + 1, to: upper.low - 1 } }];
      // The end of one range is the beginning of the next by custom.
      return lower.high === null || lower.high > upper.low
        ? [{ code: 'band.overlap', severity: 'information', keys, evidence: { on, from: upper.low, to: lower.high } }]
        : [];
    }),
  );

/** Days of the season that a rule expects one after the other. */
export const momentNotices = (policy: Policy, on: Day, season: number): PolicyNotice[] =>
  momentOrders.flatMap((moments): PolicyNotice[] => {
    const [first, then] = moments.map((moment) => dayOf(policy, moment, on, season));
    if (first === undefined || then === undefined || first < then) return [];
    const keys = [moments[1].key, moments[0].key];
    const days = moments.map(({ key }, i) => ({ key, on: (i === 0 ? first : then) as Day }));
    return [{ code: 'days.out-of-order', severity: first === then ? 'warning' : 'error', keys, evidence: { season, days } }];
  });

function dayOf(policy: Policy, { key, before }: Moment, on: Day, season: number): Day | undefined {
  const value = valueOn(policy, key, on);
  if (value === undefined) return undefined;
  if (before === undefined) return lineDay(value as SeasonLine, season);
  const calendar = findSeason(policy, season, on);
  return calendar && addDays(calendar[before], -(value as number));
}
