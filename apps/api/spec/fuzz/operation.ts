import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

/** A JSON schema as the OpenAPI document holds it. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

/** One endpoint of the document, with what it takes and what it may answer. */
export interface Operation {
  /** `post /api/v1/runs` */
  readonly name: string;
  readonly verb: string;
  readonly path: string;
  readonly query: readonly { readonly name: string; readonly description: string }[];
  readonly pathParameters: readonly { readonly name: string; readonly schema: JsonSchema }[];
  readonly takesVersion: boolean;
  /** The media type of the body and, where it is JSON, its schema. */
  readonly body: { readonly mediaType: string; readonly schema: JsonSchema } | undefined;
  /** What may come back: a check of the body, by status and media type. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, z.ZodType>>;
}

const verbs = ['get', 'post', 'put', 'patch', 'delete'];
const asDefinitions = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/definitions/')) as object;

/** Every endpoint of the document. */
export function operationsOf(document: OpenAPIObject): Operation[] {
  const definitions = asDefinitions(document.components?.schemas ?? {});
  const check = (schema: unknown) =>
    z.fromJSONSchema({ ...asDefinitions(schema), definitions } as Parameters<typeof z.fromJSONSchema>[0], { defaultTarget: 'openapi-3.0' });
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, DocumentedOperation>)
      .filter(([verb]) => verbs.includes(verb))
      .map(([verb, { parameters = [], requestBody, responses }]) => {
        const [body] = Object.entries(requestBody?.content ?? {});
        return {
          name: `${verb} ${path}`,
          verb,
          path,
          query: parameters.filter(({ in: place }) => place === 'query').map(({ name, description = '' }) => ({ name, description })),
          pathParameters: parameters.filter(({ in: place }) => place === 'path').map(({ name, schema }) => ({ name, schema })),
          takesVersion: parameters.some(({ name }) => name === 'If-Match'),
          body: body && { mediaType: body[0], schema: body[1].schema },
          answers: new Map(
            Object.entries(responses).map(([status, { content = {} }]) => [
              status,
              new Map(Object.entries(content).map(([mediaType, { schema }]) => [mediaType, check(schema)])),
            ]),
          ),
        };
      }),
  );
}

interface DocumentedOperation {
  parameters?: { name: string; in: string; description?: string; schema: JsonSchema }[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>;
}
