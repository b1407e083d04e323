/** A JSON schema as the OpenAPI document holds it. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** What to put where a text or a number has to be of a kind that the schema does not tell, by the name of the property. */
export type Fitting = Readonly<Record<string, unknown>>;

interface Filling {
  definitions: Readonly<Record<string, JsonSchema>>;
  fitting: Fitting;
  today: string;
  /** A text of its own for each place. */
  text: () => string;
}

const deepest = 8;

/** A value that a schema allows, every property of it given and every free text hostile. */
export function filled(schema: JsonSchema, how: Filling, name = '', depth = 0): unknown {
  if (schema.enum) return schema.enum.find((each) => each !== null);
  if (Object.hasOwn(how.fitting, name)) return how.fitting[name];
  const { $ref } = schema;
  if ($ref !== undefined) {
    const target = how.definitions[$ref.slice($ref.lastIndexOf('/') + 1)];
    return target && depth < deepest ? filled(target, how, name, depth + 1) : null;
  }
  const [first] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (first) return filled(first, how, name, depth + 1);
  switch (schema.type) {
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'array':
      return [filled(schema.items ?? {}, how, name, depth + 1)];
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, property]) => [key, filled(property, how, key, depth + 1)]),
      );
    default:
      return textFor(schema, how);
  }
}

function textFor({ format, maxLength = 500 }: JsonSchema, { today, text }: Filling): string {
  if (format === 'date') return today;
  return format === 'email' ? 'nobody@example.edu' : text().slice(0, maxLength);
}

/** Every free text of a schema, as a path (`clerkships.name`); choices, days and addresses are none. */
export function textPaths(schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>>, at = ''): string[] {
  const { $ref } = schema;
  if ($ref !== undefined) return textPaths(definitions[$ref.slice($ref.lastIndexOf('/') + 1)] ?? {}, definitions, at);
  const some = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (some) return some.flatMap((each) => textPaths(each, definitions, at));
  if (schema.type === 'array') return textPaths(schema.items ?? {}, definitions, at);
  if (schema.type === 'object') {
    return Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
      textPaths(property, definitions, at ? `${at}.${key}` : key),
    );
  }
  return schema.type === 'string' && !schema.enum && schema.format === undefined ? [at] : [];
}
