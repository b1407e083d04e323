/** One place where two versions of a record differ; `before` is absent for what was added, `after` for what was removed. */
export interface RecordChange {
  path: string;
  before?: Json;
  after?: Json;
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (a: Json | undefined, b: Json | undefined): boolean => changesBetween(a, b, '').length === 0;

/**
 * Where two JSON values differ, by path (`exams.1.score`). Keys in any order are the same; in lists the equal beginning and
 * end are left out, so that an entry put in or taken away shows as one change and not as a shift of all that follow.
 */
function changesBetween(before: Json | undefined, after: Json | undefined, path: string): RecordChange[] {
  if (before === after) return [];
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((key) => changesBetween(before[key], after[key], path ? `${path}.${key}` : key));
  }
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, path);
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

function listChanges(before: Json[], after: Json[], path: string): RecordChange[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSame(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail++;
  const [was, is] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  return Array.from({ length: Math.max(was.length, is.length) }, (_, i) => changesBetween(was[i], is[i], `${path}.${head + i}`)).flat();
}

/** Where two versions of a record differ, in the order of their paths. */
export const recordChanges = (before: object, after: object): RecordChange[] => changesBetween(before as Json, after as Json, '');
