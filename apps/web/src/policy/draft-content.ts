import type { PolicyDraftWrite, PolicyVersionDetail } from '@matchwatch/contracts';
import type { Day, PolicyChanges, PolicyEntry } from '@matchwatch/domain';
import type { ShownKey } from './policy-filter.js';

/** What of a draft is edited. */
export type DraftContent = PolicyDraftWrite;

/** The content of a version as it is saved. */
export const contentOf = ({ version, reason, effectiveOn, changes }: PolicyVersionDetail): DraftContent => ({
  version,
  reason,
  effectiveOn,
  changes,
});

type Dates = PolicyChanges[string];

/** The days of a key in order. */
export const daysOf = (dates: Dates): Day[] => (Object.keys(dates) as Day[]).sort();

/**
 * What a key begins with in a draft: everything that holds today stays, and from the draft's day on the same value, to be edited and
 * cited anew. A key given in a version replaces all its dated values, so what held before must be kept.
 */
export function startingDates({ values, inForce }: ShownKey, effectiveOn: Day): Dates {
  const kept = values.map(({ since, value, sources, confirm }): [Day, PolicyEntry] => [
    since,
    { value, sources: sources.map(({ id }) => id), ...(confirm ? { confirm: true } : {}) },
  ]);
  const current = values.find(({ since }) => since === inForce) ?? values.at(-1);
  return { ...Object.fromEntries(kept), [effectiveOn]: { value: current?.value ?? null, sources: [] } };
}

/** The changes with one key's values set, or taken out. */
export function withKey(changes: PolicyChanges, key: string, dates: Dates | undefined): PolicyChanges {
  if (dates !== undefined) return { ...changes, [key]: dates };
  const { [key]: _, ...others } = changes;
  return others;
}

/** The values with one moved to another day; the same values when that day is taken. */
export function movedDay(dates: Dates, from: Day, to: Day): Dates {
  if (from === to || Object.hasOwn(dates, to)) return dates;
  const { [from]: entry, ...others } = dates;
  return entry === undefined ? dates : { ...others, [to]: entry };
}

/** The values without one. */
export function withoutDay(dates: Dates, day: Day): Dates {
  const { [day]: _, ...others } = dates;
  return others;
}

/** A citation as it is written into a draft: one of the register as it is, anything else as a decision of the school. */
export function citationOf(text: string, known: ReadonlySet<string>): string {
  const trimmed = text.trim();
  return known.has(trimmed) || trimmed.startsWith('school#') ? trimmed : `school#${trimmed}`;
}

/** A citation as a person reads it: a decision of the school in its own words. */
export const citationText = (ref: string, labels: ReadonlyMap<string, string>): string =>
  ref.startsWith('school#') ? ref.slice('school#'.length) : (labels.get(ref) ?? ref);

/** Whether two drafts say the same. */
export const isSameContent = (a: DraftContent, b: DraftContent): boolean => stable(a) === stable(b);

// Keys come in any order from a form and from a database.
const stable = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
