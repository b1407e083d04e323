import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** Where a route's answer schema is kept. */
export const ANSWER_SCHEMA = Symbol('answer schema');

interface Answer {
  status?: number;
  /** What the endpoint is for, in one sentence. */
  summary: string;
  /** Response headers that are part of the contract, with what they say. */
  headers?: Readonly<Record<string, string>>;
}

const headerDocs = (headers: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' as const } }]));

/** Says what a route answers with: checked on the way out, and documented. */
export const Answers = (schema: z.ZodType, { status = 200, summary, headers }: Answer): MethodDecorator =>
  applyDecorators(
    HttpCode(status),
    SetMetadata(ANSWER_SCHEMA, schema),
    ApiOperation({ summary }),
    ApiResponse({ status, description: 'As asked.', standardSchema: schema, headers: headerDocs(headers) }),
  );

/** Says that a route answers with nothing but a status. */
export const AnswersNothing = (summary: string): MethodDecorator =>
  applyDecorators(HttpCode(204), ApiOperation({ summary }), ApiResponse({ status: 204, description: 'Done.' }));

/** Documents a route whose answer is no JSON of a contract; of one of several kinds where it answers as asked. */
export const AnswersMedia = (mediaTypes: string | readonly string[], summary: string): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({
      status: 200,
      description: 'As asked.',
      content: Object.fromEntries(
        [mediaTypes].flat().map((mediaType) => [mediaType, { schema: { type: mediaType === 'application/json' ? 'object' : 'string' } }]),
      ),
    }),
  );
