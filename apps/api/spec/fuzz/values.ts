import fc from 'fast-check';
import type { JsonSchema } from './operation.js';

/** Texts that have broken programs before. */
const badTexts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\ufeff',
  '\u202etxet',
  '__proto__',
  'constructor',
  "'; drop table person; --",
  '%',
  '%00',
  '../../../etc/passwd',
  '${7*7}',
  '=1+1',
  '🙂'.repeat(30),
  '0000-01-01',
  '9999-12-31',
  '2026-02-30',
  '9'.repeat(400),
  'é'.repeat(5_000),
  'NaN',
  '-0',
] as const;

export const oddText = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...badTexts) }, fc.string({ unit: 'binary', maxLength: 40 }));

/** Values of any kind where another was asked for; numbers that JSON cannot hold are put in as text later. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.double(),
  fc.integer(),
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], 1e308, -0, 0, -1, 0.5, 2 ** 31, Number.MAX_SAFE_INTEGER),
  fc.jsonValue({ maxDepth: 3 }),
);

const days = fc.constantFrom('2026-11-20', '2026-08-01', '2010-01-01', '2099-12-31', '2027-03-19');
const knownIds = [1, 2, 3, 4, 5, 7, 2027];
const plainText = fc.constantFrom('Spec', 'for the fuzz', 'a reason of some length', 'ada@example.edu', 'F-1', 'exam.step2-failed');
/** Values that fit where a text has to be of a kind that the schema does not tell. */
const fitting: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  email: fc.constantFrom('ada@example.edu', 'dean@example.edu', 'new.person@example.edu'),
  advisor: fc.constantFrom('ada@example.edu', 'helen.marsh@example.edu'),
  externalId: fc.constantFrom('BARE', 'BARE', 'F-1'),
  season: fc.constant(2027),
  password: fc.constant('a long enough password'),
  reason: fc.constant('a reason that is long enough'),
};
const bareRecord = { externalId: 'BARE', name: { given: 'Bo', family: 'Bare' }, season: 2027, applicantType: 'us-do', exams: [] };
const deepest = 6;

/** Values that a schema allows, mostly: what it says in words alone, such as a pattern, is guessed. */
export function fromSchema(schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>>, depth = 0): fc.Arbitrary<unknown> {
  const { $ref, anyOf, oneOf, allOf, nullable } = schema;
  if ($ref !== undefined) {
    const name = $ref.slice($ref.lastIndexOf('/') + 1);
    const target = definitions[name];
    const any = target ? fromSchema(target, definitions, depth) : fc.constant(null);
    // Hardly any record that is put together by chance makes sense.
    return name === 'Record' ? fc.oneof(any, fc.constant(bareRecord)) : any;
  }
  const some = anyOf ?? oneOf ?? allOf;
  const value = some ? fc.oneof(...some.map((each) => fromSchema(each, definitions, depth))) : plain(schema, definitions, depth);
  return nullable ? fc.oneof({ weight: 4, arbitrary: value }, fc.constant(null)) : value;
}

function plain(schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>>, depth: number): fc.Arbitrary<unknown> {
  const { minimum = 0, maximum = 2_000 } = schema;
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer': {
      const known = knownIds.filter((id) => id >= minimum && id <= maximum);
      const any = numberIn(minimum, maximum);
      return known.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, any) : any;
    }
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case 'string':
      return schema.format === 'date' ? days : plainText;
    case 'array':
      return depth >= deepest ? fc.constant([]) : fc.array(fromSchema(schema.items ?? {}, definitions, depth + 1), { maxLength: 3 });
    case 'object':
      return objectOf(schema, definitions, depth);
    default:
      return fc.constant('anything');
  }
}

const numberIn = (minimum: number, maximum: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) });

const hinted = (name: string, { type, enum: known }: JsonSchema): fc.Arbitrary<unknown> | undefined =>
  known === undefined && (type === 'string' || type === 'integer') && Object.hasOwn(fitting, name) ? fitting[name] : undefined;

function objectOf(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  definitions: Readonly<Record<string, JsonSchema>>,
  depth: number,
): fc.Arbitrary<unknown> {
  const known = Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => depth < deepest || required.includes(name))
      .map(([name, property]) => [name, hinted(name, property) ?? fromSchema(property, definitions, depth + 1)]),
  );
  const record = fc.record(known, { requiredKeys: required.filter((name) => name in known) });
  if (typeof additionalProperties !== 'object' || depth >= deepest) return record;
  const more = fc.dictionary(plainText, fromSchema(additionalProperties, definitions, depth + 1), { maxKeys: 2 });
  return fc.tuple(record, more).map(([own, other]) => ({ ...other, ...own }));
}

type Step = string | number;

function placesIn(value: unknown, at: Step[] = []): Step[][] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, Array.isArray(value) ? Number(key) : key]))];
}

function changed(value: unknown, [first, ...rest]: readonly Step[], change: (old: unknown) => unknown): unknown {
  if (first === undefined) return change(value);
  const copy: Record<Step, unknown> = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<Step, unknown>;
  copy[first] = changed(copy[first], rest, change);
  return copy;
}

/** A value with one thing wrong with it: another kind somewhere, something left out, something added. */
export const spoiled = (value: unknown): fc.Arbitrary<unknown> => {
  const places = placesIn(value);
  return fc
    .record({
      place: fc.nat({ max: places.length - 1 }),
      odd: oddValue,
      how: fc.constantFrom('replace', 'replace', 'remove', 'add', 'repeat'),
      key: oddText,
    })
    .map(({ place, odd, how, key }) => {
      const at = places[place] ?? [];
      if (how === 'replace') return changed(value, at, () => odd);
      return changed(value, at, (old) => {
        if (Array.isArray(old)) return how === 'repeat' ? Array.from({ length: 300 }, () => old[0] ?? odd) : [...old, odd];
        if (typeof old !== 'object' || old === null) return odd;
        const entries = Object.entries(old);
        return Object.fromEntries(how === 'remove' ? entries.slice(1) : [...entries, [key, odd]]);
      });
    });
};

/** Bodies that are no JSON of any contract, or no JSON at all. */
export const brokenBodies: readonly string[] = [
  '',
  'null',
  '0',
  '"text"',
  '[]',
  '[{}]',
  '{',
  '{"season":}',
  '{"season":1e309}',
  '{"season":-1e309,"id":1e309}',
  '{"__proto__":{"season":2027},"season":2027}',
  '{"constructor":{"prototype":{"season":2027}}}',
  '{"season":2027,"season":"2027"}',
  '{"asOf":"\\ud800"}',
  '{"asOf":"0000-01-01"}',
  '{"reason":"\\u0000"}',
  '{"reason":"a\u0000b"}',
  '\ufeff{}',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  `{"a":${'9'.repeat(10_000)}}`,
  `[${'{},'.repeat(5_000)}{}]`,
  '<xml/>',
];

/** More than a body may be. */
export const hugeBody = JSON.stringify({ reason: 'x'.repeat(1_100_000) });
