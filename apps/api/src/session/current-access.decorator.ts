import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from './authoriser.js';

/** What the authoriser found for a request. */
export const CurrentAccess = createParamDecorator((_: unknown, context: ExecutionContext): Access => {
  const { access } = context.switchToHttp().getRequest<IdentifiedRequest>();
  if (!access) throw new Error('An open route has no access');
  return access;
});
