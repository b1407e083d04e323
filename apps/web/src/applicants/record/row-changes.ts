import { isObject, sameValue } from './path-value.js';

/** What became of one row of a list. */
export type RowChange =
  | { kind: 'added' | 'removed'; row: unknown }
  /** The row as it is now, and the fields that differ. */
  | { kind: 'changed'; before: Record<string, unknown>; after: Record<string, unknown>; fields: string[] };

/**
 * Which rows came, went or changed between two versions of a list, in the order of the newer one; a mere change of order is none. Rows have no
 * names: two that differ are taken for the same when they say the same of `naming`, the field that tells what a row is, and of most others.
 */
export function rowChanges(before: readonly unknown[], after: readonly unknown[], naming: string): RowChange[] {
  const gone = [...before];
  const come = after.filter((row) => {
    const same = gone.findIndex((other) => sameValue(row, other));
    if (same >= 0) gone.splice(same, 1);
    return same < 0;
  });
  const changes = come.map((row): RowChange => {
    const [nearest] = gone
      .flatMap((other, index) => {
        const fields = differing(other, row, naming);
        return fields && isObject(other) ? [{ other, index, fields }] : [];
      })
      .sort((a, b) => a.fields.length - b.fields.length);
    if (!nearest || !isObject(row)) return { kind: 'added', row };
    gone.splice(nearest.index, 1);
    return { kind: 'changed', before: nearest.other, after: row, fields: nearest.fields };
  });
  return [...changes, ...gone.map((row): RowChange => ({ kind: 'removed', row }))];
}

/** Fields in which two rows differ, or undefined when they are hardly the same row. */
function differing(a: unknown, b: unknown, naming: string): string[] | undefined {
  if (!isObject(a) || !isObject(b) || !sameValue(a[naming], b[naming])) return undefined;
  const known = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => a[key] !== undefined || b[key] !== undefined);
  const fields = known.filter((key) => !sameValue(a[key], b[key]));
  return fields.length * 2 <= known.length + 1 ? fields : undefined;
}
