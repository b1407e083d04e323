import { specialtyKeys } from '@matchwatch/domain';
import type { z } from 'zod';

/** How a cell is written: `backups` is a list of specialties with a mark each, all others are one value. */
export type CellKind = 'text' | 'day' | 'number' | 'yes-no' | 'choice' | 'specialty' | 'backups';

/** One column of a file: a path of the record (or of one item of a list) told as a dotted name. */
export interface CsvColumn {
  /** `name.given`, `score`. */
  readonly name: string;
  readonly path: readonly string[];
  readonly kind: CellKind;
  /** A row without this cell is refused, unless the applicant is known already. */
  readonly required: boolean;
  /** The fact may be told to be absent, by `none`. */
  readonly nullable: boolean;
  /** What a choice may be. */
  readonly choices: readonly string[];
}

type AnySchema = z.core.$ZodType;

/** The columns of an object schema, nested objects as dotted names; lists have files of their own, except the backups of a plan. */
export function columnsOf(schema: AnySchema, path: readonly string[] = [], required = true): CsvColumn[] {
  return Object.entries(shapeOf(schema)).flatMap(([key, field]): CsvColumn[] => {
    const { inner, optional, nullable } = unwrap(field);
    const here = [...path, key];
    const needed = required && !optional;
    const { type } = definition(inner);
    if (type === 'object') return columnsOf(inner, here, needed);
    if (type === 'array' && key !== 'backups') return [];
    return [{ name: here.join('.'), path: here, required: needed, nullable, ...kindOf(inner) }];
  });
}

/** The item schema of a list of the record. */
export function itemSchema(record: AnySchema, list: string): AnySchema {
  const field = shapeOf(record)[list];
  const element = field && definition(unwrap(field).inner).element;
  if (element === undefined) throw new Error(`${list} is not a list of the record`);
  return element;
}

interface Definition {
  type: string;
  shape?: Record<string, AnySchema>;
  innerType?: AnySchema;
  element?: AnySchema;
  entries?: Record<string, string>;
}

const definition = (schema: AnySchema): Definition => schema._zod.def as unknown as Definition;
const shapeOf = (schema: AnySchema): Record<string, AnySchema> => definition(schema).shape ?? {};

function unwrap(field: AnySchema): { inner: AnySchema; optional: boolean; nullable: boolean } {
  let inner = field;
  let optional = false;
  let nullable = false;
  for (;;) {
    const { type, innerType } = definition(inner);
    if (innerType === undefined || (type !== 'optional' && type !== 'nullable')) return { inner, optional, nullable };
    if (type === 'optional') optional = true;
    else nullable = true;
    inner = innerType;
  }
}

function kindOf(schema: AnySchema): { kind: CellKind; choices: readonly string[] } {
  const { type, entries } = definition(schema);
  if (type === 'array') return { kind: 'backups', choices: [] };
  if (type === 'boolean') return { kind: 'yes-no', choices: [] };
  if (type === 'number') return { kind: 'number', choices: [] };
  if (type === 'enum') {
    const choices = Object.values(entries ?? {});
    return choices[0] === specialtyKeys[0] ? { kind: 'specialty', choices } : { kind: 'choice', choices };
  }
  const meta = (schema as z.ZodType).meta?.();
  return { kind: meta?.['format'] === 'date' ? 'day' : 'text', choices: [] };
}
