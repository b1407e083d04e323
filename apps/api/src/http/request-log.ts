import { randomUUID } from 'node:crypto';
import type { StandingSession } from '@matchwatch/store';
import type { Request } from 'express';
import type { Logger } from 'pino';
import { type HttpLogger, pinoHttp } from 'pino-http';

/** A request with what this service adds to it. */
export interface IdentifiedRequest extends Request {
  id: string;
  log: Logger;
  session?: StandingSession;
}

const quiet = new Set(['/healthz', '/readyz', '/metrics']);
const requestId = /^[\w.-]{8,64}$/;

/** The route a request met, as a template without any value; `unmatched` when there was none. */
export const routeOf = (request: Request): string => {
  const path: unknown = request.route?.path;
  return typeof path === 'string' ? path : 'unmatched';
};

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
    customProps(request, response) {
      const { session } = request as IdentifiedRequest;
      return {
        method: request.method,
        route: routeOf(request as Request),
        status: response.statusCode,
        ...(session && { school: session.school.id, personId: session.person.id }),
      };
    },
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    autoLogging: { ignore: (request) => quiet.has(request.url ?? '') },
  });
