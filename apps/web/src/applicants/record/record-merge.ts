import type { ApplicantRecord } from '@matchwatch/domain';
import { isObject, sameValue } from './path-value.js';

/** One part of a record that differs: a plain fact, or a whole list. */
export interface PartChange {
  path: string;
  before: unknown;
  after: unknown;
}

const keysOf = (...values: unknown[]): string[] => [...new Set(values.flatMap((value) => (isObject(value) ? Object.keys(value) : [])))];

/** What differs between two versions, by facts and whole lists: rows of a list have no names by which they could be told apart. */
export function partChanges(before: ApplicantRecord, after: ApplicantRecord): PartChange[] {
  const walk = (a: unknown, b: unknown, path: string): PartChange[] => {
    if (sameValue(a, b)) return [];
    if ((isObject(a) || a === undefined) && (isObject(b) || b === undefined) && (isObject(a) || isObject(b)))
      return keysOf(a, b).flatMap((key) =>
        walk(isObject(a) ? a[key] : undefined, isObject(b) ? b[key] : undefined, path === '' ? key : `${path}.${key}`),
      );
    return [{ path, before: a, after: b }];
  };
  return walk(before, after, '');
}

export interface Merge {
  /** Theirs with mine written over it; candidates for the schema, not yet checked. */
  merged: unknown;
  theirs: PartChange[];
  mine: PartChange[];
  /** Paths that both changed, and differently. */
  clashes: string[];
}

/** Two people changed the same record: what each did, and one record that holds both. */
export function mergeRecords(base: ApplicantRecord, mine: ApplicantRecord, theirs: ApplicantRecord): Merge {
  const my = partChanges(base, mine);
  const their = partChanges(base, theirs);
  const clashes = my
    .filter((change) => their.some((other) => other.path === change.path && !sameValue(other.after, change.after)))
    .map(({ path }) => path);
  const merged = my.reduce<unknown>((record, { path, after }) => withValue(record, path.split('.'), after), theirs);
  return { merged, theirs: their, mine: my, clashes };
}

function withValue(root: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const { [key]: inner, ...others } = isObject(root) ? root : {};
  const next = withValue(inner, rest, value);
  const empty = next === undefined || (isObject(next) && Object.keys(next).length === 0);
  return empty ? others : { ...others, [key]: next };
}
