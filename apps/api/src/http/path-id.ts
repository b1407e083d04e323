import { id } from '@matchwatch/contracts';
import { Param } from '@nestjs/common';
import { z } from 'zod';

const pathId = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .pipe(id);

/** The `:id` of a path, or another id in it by its name; anything that cannot be one is not found. */
export const PathId = (name = 'id'): ParameterDecorator => Param(name, { schema: pathId });
