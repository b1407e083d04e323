import { inputIssues } from '@matchwatch/contracts';
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { ProblemError, refusedFields } from './problem.js';

const mostIssues = 100;

/** Checks every parameter of a route that has a schema; a route without one takes no input. */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, { type, schema }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.ZodType)) return value;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    if (type === 'param') throw new ProblemError(404, 'There is nothing at this address.');
    const issues = inputIssues(result.error).slice(0, mostIssues);
    throw type === 'body'
      ? refusedFields(issues)
      : new ProblemError(
          400,
          `The query cannot be understood: ${issues.map(({ path, reason }) => `${path} ${reason}`.trim()).join('; ')}`.slice(0, 500),
          { issues },
        );
  }
}
