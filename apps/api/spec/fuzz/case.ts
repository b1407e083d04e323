import fc from 'fast-check';
import { type JsonSchema, type Operation } from './operation.js';
import { brokenBodies, fromSchema, hugeBody, oddText, oddValue, spoiled } from './values.js';

/** One request, as it goes over the wire. */
export interface FuzzCase {
  /** Who asks; undefined for nobody. */
  readonly as: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

// An address cannot hold half a character; everything else it can.
const encoded = (text: string): string => encodeURIComponent(Buffer.from(text).toString());
/** What a header can carry: the client refuses the rest by itself. */
const headerText = (text: string): string => text.replace(/[^\t\u0020-\u007e\u0080-\u00ff]/g, '?').slice(0, 500);

const knownId = fc.constantFrom('1', '2', '3', '4', '5', '6', '8', '12');
const oddId = fc.oneof(
  fc.constantFrom(
    '0',
    '-1',
    '01',
    '1.5',
    '1e3',
    '2147483647',
    '2147483648',
    '99999999999999999999',
    '%00',
    '%',
    '%E0%A4%A',
    '..%2f1',
    'NaN',
    '[1]',
  ),
  // Nothing at all would be another address.
  oddText.filter((text) => text !== '').map(encoded),
);

const listed = (description: string, after: RegExp): string[] => after.exec(description)?.[1]?.split(', ') ?? [];

const searched = oddText.map((text) => text.slice(0, 80));
/** What a field of a filter may be asked for, so that what stands behind it is asked as well. */
const fitting: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  id: fc.constantFrom([1], [1, 2, 3], []),
  q: searched,
  rule: fc.oneof(fc.constant('exam.step2-failed'), searched),
  advisor: fc.oneof(fc.constant('helen.marsh@example.edu'), searched),
  season: fc.constantFrom(2027, 2100),
  applicantId: fc.constant(1),
  personId: fc.constant(1),
  riskLevel: fc.constant(['high-risk', 'not-assessable']),
  applicantType: fc.constant(['us-md']),
  specialty: fc.constant(['internal-medicine']),
  category: fc.constant(['A', 'failed']),
  imgTier: fc.constant(['high']),
  flagLevel: fc.constantFrom('note', 'urgent'),
  direction: fc.constantFrom('new', 'better'),
  state: fc.constantFrom(['open'], ['draft'], ['published'], ['applied']),
  kind: fc.constant(['weekly']),
  event: fc.constant(['session.opened']),
};
const plausible = (field: string): fc.Arbitrary<unknown> =>
  fitting[field] ?? (/^(no[A-Z]|overdue)/.test(field) ? fc.boolean() : fc.constantFrom('2026-11-20', '2026-01-01'));

/** Filters as they should be, and others. */
function asFilter(fields: readonly string[]): fc.Arbitrary<unknown> {
  const known = fields.length > 0 ? fields : ['id'];
  const sane = fc.record(Object.fromEntries(known.map((field) => [field, plausible(field)])), { requiredKeys: [] });
  const few = fc
    .tuple(sane, fc.subarray([...known], { maxLength: Math.min(3, known.length) }))
    .map(([filter, kept]) => Object.fromEntries(Object.entries(filter).filter(([field]) => kept.includes(field))));
  const odd = fc.dictionary(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...known) }, oddText), oddValue, { maxKeys: 4 });
  return fc.oneof({ weight: 2, arbitrary: few }, odd);
}

/** A value of a parameter as the dialect of the lists has it, or near to that. */
function parameter({ name, description }: Operation['query'][number]): fc.Arbitrary<string> {
  const json = (value: fc.Arbitrary<unknown>) => value.map((each) => JSON.stringify(each) ?? 'undefined');
  const number = fc.oneof(fc.integer({ min: -5, max: 300 }), oddValue);
  const sorts = fc.constantFrom(...listed(description, /fields: ([\w, ]+)\./), 'id');
  const odd = oddText.map((text) => Buffer.from(text).toString());
  const good: Record<string, fc.Arbitrary<string>> = {
    filter: json(asFilter(listed(description, /any of: ([\w, ]+)\./))),
    sort: json(
      fc.tuple(
        fc.oneof({ weight: 9, arbitrary: sorts }, oddValue),
        fc.oneof({ weight: 9, arbitrary: fc.constantFrom('ASC', 'DESC') }, oddValue),
      ),
    ),
    range: json(
      fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom([0, 24], [0, 0], [5, 9]) },
        fc.tuple(number, number),
        fc.constantFrom([10_000_000, 10_000_001], [5, 1], [0, 1e9]),
      ),
    ),
    season: fc.constantFrom('2027', '0000', '99999', '-2027'),
  };
  return fc.oneof({ weight: 9, arbitrary: good[name] ?? odd }, odd);
}

function queryOf({ query }: Operation): fc.Arbitrary<string> {
  const stray = fc.tuple(
    fc.constantFrom('__proto__', 'filter', 'x', 'filter[a]', 'season', 'constructor[prototype]'),
    oddText.map(encoded),
  );
  const parts = query.map((each) => fc.option(parameter(each).map((value) => [each.name, encodeURIComponent(value)] as [string, string])));
  return fc
    .tuple(fc.tuple(...parts), fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, stray))
    .map(([known, more]) => [...known, more].flatMap((pair) => (pair ? [pair.join('=')] : [])).join('&'))
    .map((text) => (text === '' ? '' : `?${text}`));
}

function pathOf({ path, pathParameters }: Operation): fc.Arbitrary<string> {
  const values = pathParameters.map(({ name, schema }) => {
    const known = /^id$|Id$/.test(name) ? knownId : schema.enum ? fc.constantFrom(...schema.enum.map(String)) : oddText.map(encoded);
    return fc.oneof({ weight: 3, arbitrary: known }, oddId).map((value) => [name, value] as const);
  });
  return fc.tuple(...values).map((pairs) => pairs.reduce((text, [name, value]) => text.replace(`{${name}}`, value), path));
}

const mediaTypes = [
  'application/json; charset=utf-16',
  'application/json; charset=nonsense',
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
];
mediaTypes.push('multipart/form-data', 'application/json;;', 'nonsense');

interface Body {
  body: string | undefined;
  headers: Record<string, string>;
}

const asJson = (text: string | undefined): Body => ({
  body: text,
  headers: text === undefined ? {} : { 'content-type': 'application/json' },
});

function jsonBody(schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>>): fc.Arbitrary<Body> {
  const fitting = fromSchema(schema, definitions);
  const text = (value: unknown) => asJson(JSON.stringify(value));
  const wrong = fitting.chain(spoiled);
  return fc.oneof(
    { weight: 25, arbitrary: fitting.map(text) },
    { weight: 45, arbitrary: wrong.map(text) },
    // A number that is none any more once it is read.
    { weight: 5, arbitrary: fitting.map((value) => asJson((JSON.stringify(value) ?? '').replace(/\d+(?=[,}\]])/, '1e309'))) },
    { weight: 15, arbitrary: fc.constantFrom(...brokenBodies).map(asJson) },
    { weight: 1, arbitrary: fc.constant(asJson(hugeBody)) },
    {
      weight: 9,
      arbitrary: fc
        .tuple(
          fitting,
          fc.constantFrom(...mediaTypes),
          fc.constantFrom<Record<string, string>>({}, { 'content-encoding': 'gzip' }, { 'content-encoding': 'nonsense' }),
        )
        .map(([value, type, encoding]) => ({ body: JSON.stringify(value), headers: { 'content-type': type, ...encoding } })),
    },
  );
}

const csvTexts = [
  '',
  'externalId\n',
  'externalId,score\nF-1,1e309\n',
  '\ufeffexternalId\r\n"F-1',
  'externalId\rF-1\r',
  '\u0000',
  '=1+1,=2',
  '"',
  ',,,\n'.repeat(50),
];

function upload(): fc.Arbitrary<Body> {
  const boundary = 'fuzz';
  const file = fc.tuple(
    fc.oneof(
      fc.constantFrom('applicants.csv', 'exams.csv', '../x.csv', '', '__proto__'),
      oddText.map((text) => text.replace(/[\r\n"]/g, '')),
    ),
    fc.oneof(fc.constantFrom(...csvTexts), oddText),
  );
  const part = ([name, text]: [string, string]) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${text}\r\n`;
  const whole = fc.array(file, { maxLength: 3 }).map((files) => `${files.map(part).join('')}--${boundary}--\r\n`);
  const broken = fc.tuple(whole, fc.nat({ max: 200 })).map(([text, at]) => text.slice(0, at));
  const type = fc.oneof(
    { weight: 5, arbitrary: fc.constant(`multipart/form-data; boundary=${boundary}`) },
    fc.constantFrom(...mediaTypes, 'multipart/form-data; boundary=', `multipart/mixed; boundary=${boundary}`),
  );
  return fc
    .tuple(fc.oneof(whole, whole, broken, oddText), type)
    .map(([body, contentType]) => ({ body, headers: { 'content-type': contentType } }));
}

function bodyOf({ verb, body }: Operation, definitions: Readonly<Record<string, JsonSchema>>): fc.Arbitrary<Body> {
  if (body?.mediaType === 'multipart/form-data') return upload();
  if (body) return jsonBody(body.schema, definitions);
  const none = fc.constant(asJson(undefined));
  // What takes no body is sent one all the same.
  return verb === 'get' ? none : fc.oneof({ weight: 3, arbitrary: none }, fc.constantFrom(...brokenBodies).map(asJson));
}

function headersOf({ takesVersion }: Operation): fc.Arbitrary<Record<string, string>> {
  const version = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('"1"', '"2"', 'W/"1"') },
    fc.constantFrom('*', '"0"', '"999999999"'),
    oddText.map(headerText),
  );
  const odd = fc.oneof(
    { weight: 12, arbitrary: fc.constant({}) },
    oddText.map((text) => ({ 'x-request-id': headerText(text) })),
    fc.constantFrom<Record<string, string>>(
      { 'x-csrf-token': 'wrong' },
      { origin: 'https://evil.example' },
      { accept: 'text/html' },
      { cookie: '__Host-x=%' },
    ),
    oddText.map((text) => ({ 'accept-language': headerText(text), 'x-forwarded-for': headerText(text) })),
  );
  return fc
    .tuple(odd, takesVersion ? version : fc.constant(undefined))
    .map(([more, tag]) => ({ ...(tag !== undefined && { 'if-match': tag }), ...more }));
}

/** Requests to one endpoint: well formed, nearly so, and not at all. */
export const casesOf = (
  operation: Operation,
  definitions: Readonly<Record<string, JsonSchema>>,
  askers: readonly string[],
): fc.Arbitrary<FuzzCase> =>
  fc
    .record({
      as: fc.oneof({ weight: 10, arbitrary: fc.constantFrom('dean', 'administrator') }, fc.constantFrom(...askers), fc.constant(undefined)),
      path: pathOf(operation),
      query: queryOf(operation),
      headers: headersOf(operation),
      body: bodyOf(operation, definitions),
    })
    .map(({ as, path, query, headers, body }) => ({
      as,
      method: operation.verb.toUpperCase(),
      path: path + query,
      headers: { ...headers, ...body.headers },
      body: body.body,
    }));
