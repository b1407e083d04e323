import type { Text } from '../../i18n/use-text.js';
import { factText } from './fact-text.js';
import { fieldLabel } from './field-label.js';
import { isObject } from './path-value.js';
import type { FieldSpec, ListSpec } from './section-specs.js';

const standsForItself = ({ input }: FieldSpec): boolean => input === 'choice' || input === 'specialty' || input === 'line';

/** One fact of a row as a person reads it: “US”, “Hands-on: no”, “score 261”. */
export function rowFactText({ path }: ListSpec, field: FieldSpec, value: unknown, t: Text): string {
  const place = `${path}.${field.name}`;
  const text = factText(place, value, t);
  if (standsForItself(field)) return text;
  if (field.input === 'yes-no') return value === true ? fieldLabel(place, t) : `${fieldLabel(place, t)}: ${text}`;
  return `${fieldLabel(place, t).toLowerCase()} ${text}`;
}

/** A row of a list: first what it is, then the facts known about it; `only` leaves out all other fields. */
export function rowText(spec: ListSpec, row: unknown, t: Text, only?: ReadonlySet<string>): { what: string; facts: string[] } | undefined {
  if (!isObject(row)) return undefined;
  const [first, ...others] = spec.fields.filter(({ name }) => row[name] !== undefined);
  if (!first) return undefined;
  return {
    what: factText(`${spec.path}.${first.name}`, row[first.name], t),
    facts: others.filter(({ name }) => only?.has(name) ?? true).map((field) => rowFactText(spec, field, row[field.name], t)),
  };
}
