import type { Day } from '@matchwatch/domain';

/** One value of a policy key, from a day on. */
export interface DatedEntry<T> {
  readonly value: T;
  /** Citations into the register of sources, `id#locator`. */
  readonly sources: readonly string[];
  /** The sources leave this open: the school should confirm or replace it. */
  readonly confirm?: true;
}

/** A value that changes over time, with its unit and a source for every change. */
export interface Dated<T> {
  readonly about: string;
  readonly unit: string;
  /** Keyed by the first day each entry is in force. */
  readonly values: Readonly<Record<Day, DatedEntry<T>>>;
}

/** The value types of a map of dated values. */
export type ValuesOf<P> = { readonly [K in keyof P]: P[K] extends Dated<infer T> ? T : never };

/** States the value type once and checks the entries against it. */
export const dated = <T>(value: Dated<T>): Dated<T> => value;

const startDays = <T>({ values }: Dated<T>): Day[] => (Object.keys(values) as Day[]).sort();

/** Since when the entry in force on a day holds: the latest start on it or before; undefined when none has begun. */
export const findSince = <T>(value: Dated<T>, day: Day): Day | undefined => startDays(value).findLast((from) => from <= day);

/** The entry in force on a day; undefined when none has begun. */
export function findEntry<T>(value: Dated<T>, day: Day): DatedEntry<T> | undefined {
  const since = findSince(value, day);
  return since === undefined ? undefined : value.values[since];
}

/** The value in force on a day; throws when none has begun. */
export function inForce<T>(value: Dated<T>, day: Day): T {
  const entry = findEntry(value, day);
  if (entry === undefined) throw new RangeError(`No policy in force on ${day} for: ${value.about}`);
  return entry.value;
}

/** A dated value compiled for many look-ups; undefined on days before its first entry. */
export function timeline<T>(value: Dated<T>): (day: Day) => T | undefined {
  const starts = startDays(value).reverse();
  const values = starts.map((day) => value.values[day]?.value);
  return (day) => {
    for (let i = 0; i < starts.length; i++) if ((starts[i] as Day) <= day) return values[i];
    return undefined;
  };
}

/** Every value of a map as in force on one day; throws for a key that has none. */
export function resolveOn<P extends Readonly<Record<string, Dated<unknown>>>>(values: P, day: Day): ValuesOf<P> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, inForce(value, day)])) as ValuesOf<P>;
}
