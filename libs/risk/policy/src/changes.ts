import { isDay, type PolicyChanges, type PolicyFault } from '@matchwatch/domain';
import type { Dated } from '@matchwatch/risk-engine';
import { defaultPolicy, type Policy, type PolicyValues } from './policy.js';
import { shapeFaults } from './shape.js';

/** Checked changes, or every place where what was given is not a policy's. */
export type ReadPolicyChanges =
  | { readonly ok: true; readonly changes: PolicyChanges }
  | { readonly ok: false; readonly faults: readonly PolicyFault[] };

type Values = Readonly<Record<string, Dated<unknown> | undefined>>;
const standards: Values = defaultPolicy.values;

/** Reads the content of a policy version from anything; names every fault at once. */
export function readPolicyChanges(given: unknown): ReadPolicyChanges {
  if (!isObject(given)) return { ok: false, faults: [{ path: '', reason: 'must be an object of policy keys' }] };
  const faults: PolicyFault[] = [];
  const changes: Record<string, PolicyChanges[string]> = {};
  for (const [key, dates] of Object.entries(given)) {
    const standard = Object.hasOwn(standards, key) ? standards[key] : undefined;
    if (standard === undefined) faults.push({ path: key, reason: 'is not a key of the policy' });
    else {
      faults.push(...dateFaults(key, dates, standard));
      changes[key] = dates as PolicyChanges[string];
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, changes };
}

/** A school's policy: the default with the changes of a version. Keys that no rule knows any more are left out. */
export function policyFromChanges(version: string, changes: PolicyChanges): Policy {
  const changed = Object.entries(changes).flatMap(([key, values]) => {
    const standard = Object.hasOwn(standards, key) ? standards[key] : undefined;
    return standard === undefined ? [] : [[key, { ...standard, values }] as const];
  });
  return { version, values: { ...defaultPolicy.values, ...(Object.fromEntries(changed) as Partial<PolicyValues>) } };
}

/** What a policy says otherwise than the default. */
export function changesOf({ values }: Policy): PolicyChanges {
  const changed = Object.entries(values as Values).flatMap(([key, value]) =>
    value === undefined || sameJson(value.values, standards[key]?.values) ? [] : [[key, value.values] as const],
  );
  return Object.fromEntries(changed);
}

function dateFaults(path: string, dates: unknown, standard: Dated<unknown>): PolicyFault[] {
  if (!isObject(dates) || Object.keys(dates).length === 0) return [{ path, reason: 'must name the day each value holds from' }];
  const example = Object.values(standard.values)[0]?.value;
  return Object.entries(dates).flatMap(([since, entry]) => {
    const place = `${path}.${since}`;
    if (!isDay(since)) return [{ path: place, reason: 'is not a calendar day' }];
    if (!isObject(entry) || !Object.hasOwn(entry, 'value')) return [{ path: place, reason: 'must hold a value' }];
    return [...entryFaults(place, entry), ...shapeFaults(`${place}.value`, entry.value, example)];
  });
}

function entryFaults(path: string, { value: _, sources, confirm, ...others }: Readonly<Record<string, unknown>>): PolicyFault[] {
  const faults = Object.keys(others).map((name) => ({ path: `${path}.${name}`, reason: 'is not part of an entry' }));
  if (!Array.isArray(sources) || sources.some((source) => typeof source !== 'string'))
    faults.push({ path: `${path}.sources`, reason: 'must name at least one source' });
  if (confirm !== undefined && confirm !== true) faults.push({ path: `${path}.confirm`, reason: 'must be true or left out' });
  return faults;
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
