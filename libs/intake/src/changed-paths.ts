import type { ApplicantRecord } from '@matchwatch/domain';

/** The paths at which two records differ: dotted names of single facts, the name of a list. Empty when they say the same. */
export function changedPaths(before: ApplicantRecord, after: ApplicantRecord): string[] {
  const left = before as unknown as Record<string, unknown>;
  const right = after as unknown as Record<string, unknown>;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) => {
    const [a, b] = [left[key], right[key]];
    if (isObject(a) && isObject(b))
      return [...new Set([...Object.keys(a), ...Object.keys(b)])]
        .filter((inner) => !same(a[inner], b[inner]))
        .map((inner) => `${key}.${inner}`);
    return same(a, b) ? [] : [key];
  });
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values say the same as JSON, where the order of keys says nothing and undefined is absent. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a).filter((key) => a[key] !== undefined);
  return keys.length === Object.keys(b).filter((key) => b[key] !== undefined).length && keys.every((key) => same(a[key], b[key]));
}
