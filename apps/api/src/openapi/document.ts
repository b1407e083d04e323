import * as contracts from '@matchwatch/contracts';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { actionExtension } from '../session/needs.decorator.js';
import { openExtension } from '../session/open.decorator.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> &
  Partial<Record<typeof openExtension, boolean> & Record<typeof actionExtension, string>>;

/** Contracts by the name they have in the document: `runSchema` is `Run`; of two names for one shape the first counts. */
const named = new Map<z.ZodType, string>();
for (const [name, value] of Object.entries(contracts)) {
  if (!(value instanceof z.ZodObject) || !name.endsWith('Schema') || named.has(value)) continue;
  named.set(value, name.charAt(0).toUpperCase() + name.slice(1, -'Schema'.length));
}
// Registered under their names here and nowhere else, so that shared shapes are described once.
for (const [schema, id] of named) z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id });

const asComponents = (text: string): string => text.replaceAll('#/definitions/', '#/components/schemas/').replaceAll('__schema', 'Json');

/** A zod schema as OpenAPI, with the shapes it shares as components. */
function convert(schema: unknown, { schemaType: io }: { schemaType: 'input' | 'output' }) {
  if (!(schema instanceof z.ZodType)) return undefined;
  const {
    $schema: _,
    definitions = {},
    ...rest
  } = JSON.parse(asComponents(JSON.stringify(z.toJSONSchema(schema, { target: 'openapi-3.0', io })))) as Record<string, unknown> & {
    definitions?: Record<string, { id?: string }>;
  };
  for (const definition of Object.values(definitions)) delete definition.id;
  const id = named.get(schema);
  if (id === undefined) return { schema: rest, components: definitions };
  delete rest.id;
  // A schema with a name of its own comes as a reference to its definition, and is that definition already.
  const own = id in definitions ? {} : { [id]: rest };
  return { schema: { $ref: `#/components/schemas/${id}` }, components: { ...definitions, ...own } };
}

/** The OpenAPI document of every route the application has. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Matchwatch')
    .setDescription(
      'Who may not match, why, and since when. Errors are RFC 9457 problems. Lists take `sort`, `range` and `filter` as JSON.',
    )
    .setVersion('1')
    .addCookieAuth('__Host-matchwatch', { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('session')
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    standardSchemaConverter: convert,
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '').toLowerCase()}.${method}`,
  });
  for (const item of Object.values(document.paths)) for (const operation of Object.values(item) as Operation[]) complete(operation);
  const problem = convert(contracts.problemSchema, { schemaType: 'output' });
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...(problem?.components as object) } };
  return document;
}

function complete(operation: Operation): void {
  if (operation[openExtension]) operation.security = [];
  else if (!operation[actionExtension]) throw new Error(`${operation.operationId} says neither that it is open nor what it needs`);
  delete operation[openExtension];
  operation.responses.default = {
    description: 'A problem.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
