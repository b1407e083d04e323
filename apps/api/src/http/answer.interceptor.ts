import { inputIssues } from '@matchwatch/contracts';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import type { z } from 'zod';
import { ANSWER_SCHEMA } from './answers.decorator.js';

/** An answer that is not what the contract says: a bug, never shown. */
export class AnswerBroken extends Error {
  override readonly name = 'AnswerBroken';
}

/** Checks every answer against its contract before it leaves, so that nothing unintended does. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const schema = this.reflector.get<z.ZodType | undefined>(ANSWER_SCHEMA, context.getHandler());
    if (!schema) return next.handle();
    return next.handle().pipe(map((answer) => checked(schema, answer)));
  }
}

function checked(schema: z.ZodType, answer: unknown): unknown {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  // Paths and kinds only: the values are people's data.
  const broken = inputIssues(result.error)
    .slice(0, 10)
    .map(({ path }) => path);
  throw new AnswerBroken(`The answer breaks its contract at: ${broken.join(', ')}`);
}
