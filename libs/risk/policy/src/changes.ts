import { type Day, isDay, type PolicyChanges, type PolicyEntry, type PolicyFault } from '@matchwatch/domain';
import { changing, type PolicyValue } from './entry.js';
import { kindFaults } from './kind-faults.js';
import { calendar } from './kinds.js';
import { defaultPolicy, type Policy, type PolicyValues } from './policy.js';

/** Checked changes, or every place where what was given is not a policy's. */
export type ReadPolicyChanges =
  | { readonly ok: true; readonly changes: PolicyChanges }
  | { readonly ok: false; readonly faults: readonly PolicyFault[] };

// Far more than anybody writes; what lies beyond is a mistake or an attack.
const mostDates = 100;
const mostSources = 20;
const longestSource = 300;
const mostFaults = 200;

const standards = defaultPolicy.values as Readonly<Record<string, PolicyValue<unknown>>>;

/** What a key of the policy is about, its kind and the default's values; undefined for a key that there is not. A season may be any. */
export function findPolicyValue(key: string): PolicyValue<unknown> | undefined {
  if (Object.hasOwn(standards, key)) return standards[key];
  const season = /^season\.(20\d\d)$/.exec(key)?.[1];
  return season === undefined ? undefined : changing<unknown>(`Calendar of the ${season} Match`, calendar, {});
}

/** Reads the content of a policy version from anything; names every fault at once, the first 200 of very many. */
export function readPolicyChanges(given: unknown): ReadPolicyChanges {
  if (!isObject(given)) return { ok: false, faults: [{ path: '', reason: 'must be an object of policy keys' }] };
  const faults: PolicyFault[] = [];
  const changes: Record<string, PolicyChanges[string]> = {};
  for (const [key, dates] of Object.entries(given)) {
    if (faults.length >= mostFaults) break;
    const standard = findPolicyValue(key);
    if (standard === undefined) faults.push({ path: shown(key), reason: 'is not a key of the policy' });
    else {
      const found = dateFaults(key, dates, standard);
      if (found.length === 0) changes[key] = copied(dates as PolicyChanges[string]);
      faults.push(...found);
    }
  }
  return faults.length > 0 ? { ok: false, faults: faults.slice(0, mostFaults) } : { ok: true, changes };
}

/** A school's policy: the default with the changes of a version. Keys that no rule knows any more are left out. */
export function policyFromChanges(version: string, changes: PolicyChanges): Policy {
  const changed = Object.entries(changes).flatMap(([key, values]) => {
    const standard = findPolicyValue(key);
    return standard === undefined ? [] : [[key, { ...standard, values }] as const];
  });
  return { version, values: { ...defaultPolicy.values, ...(Object.fromEntries(changed) as Partial<PolicyValues>) } };
}

/** What a policy says otherwise than the default. */
export function changesOf({ values }: Policy): PolicyChanges {
  const changed = Object.entries(values as Readonly<Record<string, PolicyValue<unknown>>>).flatMap(([key, value]) =>
    sameJson(value.values, standards[key]?.values) ? [] : [[key, value.values] as const],
  );
  return Object.fromEntries(changed);
}

/** Everything that an assessment can read of a policy, as one text: equal for equal values, whoever stated them. */
export const policyContent = ({ values }: Policy): string =>
  JSON.stringify(
    Object.entries(values as Readonly<Record<string, PolicyValue<unknown>>>).map(([key, dated]) => [
      key,
      Object.entries(dated.values).map(([since, { value }]) => [since, value]),
    ]),
  );

function dateFaults(path: string, dates: unknown, { kind }: PolicyValue<unknown>): PolicyFault[] {
  if (!isObject(dates) || Object.keys(dates).length === 0) return [{ path, reason: 'must name the day each value holds from' }];
  if (Object.keys(dates).length > mostDates) return [{ path, reason: `must name at most ${mostDates} days` }];
  return Object.entries(dates).flatMap(([since, entry]) => {
    const place = `${path}.${shown(since)}`;
    if (!isDay(since)) return [{ path: place, reason: 'is not a calendar day' }];
    if (!isObject(entry) || !Object.hasOwn(entry, 'value')) return [{ path: place, reason: 'must hold a value' }];
    return [...entryFaults(place, entry), ...kindFaults(`${place}.value`, entry.value, kind)];
  });
}

function entryFaults(path: string, entry: Readonly<Record<string, unknown>>): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const { sources, confirm } = entry;
  if (Object.keys(entry).some((name) => name !== 'value' && name !== 'sources' && name !== 'confirm'))
    faults.push({ path, reason: 'may hold only value, sources, confirm' });
  if (!Array.isArray(sources)) faults.push({ path: `${path}.sources`, reason: 'must name at least one source' });
  else if (sources.length > mostSources) faults.push({ path: `${path}.sources`, reason: `must name at most ${mostSources} sources` });
  else if (sources.some((source) => typeof source !== 'string' || source.length > longestSource || !isReadable(source)))
    faults.push({ path: `${path}.sources`, reason: `must be citations of at most ${longestSource} characters each` });
  if (confirm !== undefined && confirm !== true) faults.push({ path: `${path}.confirm`, reason: 'must be true or left out' });
  return faults;
}

// Neither JSON columns nor pages can hold NUL or half a character.
const isReadable = (text: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(text);

const shown = (key: string): string => (key.length > 80 ? `${key.slice(0, 80)}…` : key).replace(/\p{Cs}/gu, '\uFFFD');

/** Only what was checked, and shared with nobody. */
function copied(dates: PolicyChanges[string]): PolicyChanges[string] {
  const entries = Object.entries(dates) as [Day, PolicyEntry][];
  return Object.fromEntries(
    entries.map(([since, { value, sources, confirm }]) => [
      since,
      { value: copiedValue(value), sources: [...sources], ...(confirm ? { confirm } : {}) },
    ]),
  );
}

function copiedValue(value: unknown): unknown {
  if (Array.isArray(value)) return [...(value as unknown[])];
  return isObject(value) ? { ...value } : value;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values of a policy say the same, whatever the order of their names. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && sameJson((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]))
  );
}
