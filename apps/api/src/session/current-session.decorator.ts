import type { StandingSession } from '@matchwatch/store';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { IdentifiedRequest } from '../http/request-log.js';

/** The session of a request; the guard has made sure that there is one. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): StandingSession => {
  const { session } = context.switchToHttp().getRequest<IdentifiedRequest>();
  if (!session) throw new Error('An open route has no session');
  return session;
});
