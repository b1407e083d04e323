import { type InputIssue, validateRecord } from '@matchwatch/contracts';
import type { ApplicantRecord } from '@matchwatch/domain';
import { isObject, valueAt } from './path-value.js';
import type { SectionSpec } from './section-specs.js';

/** Beside the record's own parts a form holds, for each empty list, whether that means "there are none". */
export interface SectionForm {
  [part: string]: unknown;
  none: Record<string, boolean>;
}

/** List paths hold dots, which a form would read as nesting. */
export const noneKey = (path: string): string => path.replaceAll('.', '_');

/** What a section's form starts with. */
export function formOf(record: ApplicantRecord, spec: SectionSpec): SectionForm {
  const parts = Object.fromEntries(spec.owns.map((key) => [key, structuredClone(record[key])]));
  const none = Object.fromEntries(
    spec.lists.map(({ path }) => {
      const list = valueAt(record, path);
      return [noneKey(path), Array.isArray(list) && list.length === 0];
    }),
  );
  return { ...parts, none };
}

/** The record with a section's form written over it: empty fields are facts left out, never empty texts or zeros. */
export function recordOf(base: ApplicantRecord, spec: SectionSpec, form: SectionForm): unknown {
  const emptyLists = new Set(spec.lists.map(({ path }) => path).filter((path) => form.none[noneKey(path)] === true));
  const listPaths = new Set(spec.lists.map(({ path }) => path));
  const tidy = (value: unknown, before: unknown, path: string): unknown => {
    if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
    // `null` in the record says "known not to be"; a cleared input also gives null and says "not known".
    if (value === null) return before === null ? null : undefined;
    if (Array.isArray(value) || listPaths.has(path)) return tidyList(value, path);
    if (!isObject(value)) return value;
    const nested = [...listPaths].filter((list) => list.startsWith(`${path}.`)).map((list) => list.slice(path.length + 1));
    const keys = new Set([...Object.keys(value), ...nested]);
    const kept = [...keys]
      .map((key) => [key, tidy(value[key], isObject(before) ? before[key] : undefined, `${path}.${key}`)] as const)
      .filter(([, each]) => each !== undefined);
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  };
  const tidyList = (value: unknown, path: string): unknown => {
    const rows: unknown[] = Array.isArray(value) ? value : [];
    if (rows.length > 0) return rows.map((row) => tidy(row, undefined, '') ?? {});
    return emptyLists.has(path) ? [] : undefined;
  };
  const written = spec.owns.map((key) => [key, tidy(form[key], base[key], key)] as const);
  const merged = Object.entries({ ...base, ...Object.fromEntries(written) }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(merged);
}

/** A record when the form makes one, or what is wrong with it, field by field. */
export function checkForm(
  base: ApplicantRecord,
  spec: SectionSpec,
  form: SectionForm,
): { record: ApplicantRecord } | { issues: InputIssue[] } {
  const result = validateRecord(recordOf(base, spec, form));
  return result.ok ? { record: result.value } : { issues: result.issues };
}
