import { randomUUID } from 'node:crypto';
import type { StandingSession } from '@matchwatch/store';
import type { Request } from 'express';
import type { Logger } from 'pino';
import { type HttpLogger, pinoHttp } from 'pino-http';
import type { Access } from '../session/authoriser.js';

/** A request with what this service adds to it. */
export interface IdentifiedRequest extends Request {
  id: string;
  log: Logger;
  session?: StandingSession;
  access?: Access;
}

const quiet = new Set(['/healthz', '/readyz', '/metrics']);
const requestId = /^[\w.-]{8,64}$/;

/** The route a request met, as a template without any value; `unmatched` when there was none. */
export const routeOf = (request: Request): string => {
  const path: unknown = request.route?.path;
  // The framework answers what nothing else matched under a wildcard of its own.
  return typeof path === 'string' && !path.includes('*') ? path : 'unmatched';
};

const told = (request: IdentifiedRequest, status: number) => ({
  method: request.method,
  route: routeOf(request),
  status,
  ...(request.session && { school: request.session.school.id, personId: request.session.person.id }),
});

/** One line a request: route template, status, time, who. No query, no body, no cookie. */
export const requestLog = (logger: Logger): HttpLogger =>
  pinoHttp({
    logger,
    genReqId(request, response) {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && requestId.test(given) ? given : randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    serializers: { req: () => undefined, res: () => undefined, responseTime: (ms: unknown) => ms },
    quietReqLogger: true,
    customAttributeKeys: { reqId: 'requestId', responseTime: 'ms' },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessObject: (request, response, line: object) => ({ ...line, ...told(request as IdentifiedRequest, response.statusCode) }),
    customErrorObject: (request, response, _error, line: object) => ({
      ...line,
      ...told(request as IdentifiedRequest, response.statusCode),
    }),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    autoLogging: { ignore: (request) => quiet.has(request.url ?? '') },
  });
