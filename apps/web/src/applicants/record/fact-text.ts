import { isDay, specialtyKeys, specialtyName } from '@matchwatch/domain';
import type { Text } from '../../i18n/use-text.js';
import { shortDay } from '../../surface/day-text.js';
import { choiceLabel, fieldLabel } from './field-label.js';
import { isObject } from './path-value.js';
import { sectionSpecs } from './section-specs.js';

const choices: ReadonlySet<string> = new Set(
  sectionSpecs.flatMap(({ fields, lists }) => [...fields, ...lists.flatMap((list) => list.fields)]).flatMap((field) => field.choices ?? []),
);

/** Any value of the record as a person reads it. */
export function factText(path: string, value: unknown, t: Text): string {
  if (value === undefined) return t('record.unknown');
  if (value === null) return t('record.notYet');
  if (typeof value === 'boolean') return t(value ? 'record.yes' : 'record.no');
  if (typeof value === 'number') return String(value);
  if (isDay(value)) return shortDay(value);
  if (typeof value === 'string') return nameText(path, value, t);
  if (Array.isArray(value)) return value.length === 0 ? t('record.none') : t('record.rows', { smart_count: value.length });
  if (isObject(value))
    return Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) =>
        typeof inner === 'string' && !isDay(inner)
          ? factText(`${path}.${key}`, inner, t)
          : `${fieldLabel(`${path}.${key}`, t)}: ${factText(`${path}.${key}`, inner, t)}`,
      )
      .join(', ');
  return String(value);
}

/** Free text stays as it was written; words of the vocabulary get their spelling. */
function nameText(path: string, value: string, t: Text): string {
  const specialty = specialtyKeys.find((key) => key === value);
  if (specialty) return specialtyName(specialty);
  const free = /(name|given|family|preferred|site|program|externalId|couplesWith|email|advisor)$/.test(path);
  return !free && choices.has(value) ? choiceLabel(value, t) : value;
}
