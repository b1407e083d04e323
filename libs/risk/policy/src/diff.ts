import type { Day, PolicyDifference, PolicyEntry } from '@matchwatch/domain';
import { type Dated, findSince } from '@matchwatch/risk-engine';
import { sameJson } from './changes.js';
import type { Policy } from './policy.js';

type Values = Readonly<Record<string, Dated<unknown> | undefined>>;

/** The keys that two policies say differently on any day, in the order of the policy; `before` and `after` are what is in force on `day`. */
export function diffPolicy(before: Policy, after: Policy, day: Day): PolicyDifference[] {
  const [old, revised]: [Values, Values] = [before.values, after.values];
  return Object.keys({ ...old, ...revised }).flatMap((key) => {
    const steps = differentSteps(old[key], revised[key]);
    return steps.length === 0 ? [] : [{ key, before: findInForce(before, key, day), after: findInForce(after, key, day), steps }];
  });
}

function differentSteps(before: Dated<unknown> | undefined, after: Dated<unknown> | undefined): PolicyDifference['steps'] {
  const days = Object.keys({ ...before?.values, ...after?.values }) as Day[];
  return days
    .sort()
    .map((since) => ({ since, before: before?.values[since] ?? null, after: after?.values[since] ?? null }))
    .filter((step) => !sameJson(step.before, step.after));
}

/** What a policy says of a key on a day, and since when; null where nothing is in force. */
export function findInForce({ values }: Policy, key: string, day: Day): (PolicyEntry & { readonly since: Day }) | null {
  const value = Object.hasOwn(values, key) ? (values as Values)[key] : undefined;
  const since = value && findSince(value, day);
  const entry = since && value.values[since];
  return entry ? { since, ...entry } : null;
}
