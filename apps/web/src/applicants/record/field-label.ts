import type { Text, TextKey } from '../../i18n/use-text.js';

const spoken = (name: string): string => {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The text of a key that is put together from data, or a readable form of the data's own name. */
const textOr = (t: Text, key: string, fallback: string): string => t(key as TextKey, { _: fallback });

/** The name of a fact by its path, row numbers left out: `exams.0.takenOn` is “Taken on”. */
export function fieldLabel(path: string, t: Text): string {
  const names = path.split('.').filter((part) => !/^\d+$/.test(part));
  return textOr(t, `record.fields.${names.join('.')}`, spoken(names.at(-1) ?? path));
}

/** The name of a fact with the list and the row it stands in: “Exams 2: Taken on”. */
export function pathLabel(path: string, t: Text): string {
  const parts = path.split('.');
  if (path === 'specialtyPlan.backups') return t('record.backups');
  const row = parts.findIndex((part) => /^\d+$/.test(part));
  if (row < 0) return sectionNames.has(path) ? textOr(t, `record.sections.${path}`, spoken(path)) : fieldLabel(path, t);
  const list = parts.slice(0, row).join('.');
  const name = list === 'specialtyPlan.backups' ? t('record.backups') : textOr(t, `record.sections.${list}`, spoken(list));
  const place = `${name} ${Number(parts[row]) + 1}`;
  return row === parts.length - 1 ? place : `${place}: ${fieldLabel(path, t).toLowerCase()}`;
}

const sectionNames = new Set([
  'exams',
  'practice',
  'clerkships',
  'experiences',
  'letters',
  'scholarly',
  'redFlags',
  'programs',
  'contingency',
]);

/** A value of one of the vocabulary's lists as people write it. */
export const choiceLabel = (value: string, t: Text): string => textOr(t, `choice.${value}`, spoken(value));
