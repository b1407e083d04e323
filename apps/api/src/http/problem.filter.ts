import { STATUS_CODES } from 'node:http';
import type { Problem } from '@matchwatch/contracts';
import { isDiskFull, isUnavailable } from '@matchwatch/store';
import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { LOGGER } from '../tokens.js';
import { ProblemError } from './problem.js';
import type { IdentifiedRequest } from './request-log.js';

/** What is said of a refusal that came from the framework: its own words may quote the address or the input. */
const plainDetails: Readonly<Record<number, string>> = {
  400: 'The request cannot be read.',
  401: 'Sign in first.',
  403: 'That is not allowed.',
  404: 'There is nothing at this address.',
  405: 'The address does not take this method.',
  408: 'The request took too long to arrive.',
  413: 'The request is too large.',
  415: 'The request body must be JSON.',
  429: 'Too many requests. Wait a little and try again.',
  503: 'The service is not available just now.',
};

/** Every error of the API as one RFC 9457 problem: no stack, no SQL, nothing of the input. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<IdentifiedRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const { status, detail, parts } = refusalOf(error);
    if (status >= 500) (request.log ?? this.log).error({ err: error, requestId: request.id }, 'request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { type = 'about:blank', retryAfter, ...rest } = parts;
    const problem: Problem = {
      type,
      title: STATUS_CODES[status] ?? 'Error',
      status,
      detail,
      instance: `urn:request:${request.id}`,
      ...rest,
      message: detail,
    };
    if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
    response.status(status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

interface Refusal {
  status: number;
  detail: string;
  parts: ProblemError['parts'];
}

const databaseAway: Refusal = {
  status: 503,
  detail: 'The database does not answer just now. Try again in a moment.',
  parts: { retryAfter: 5 },
};

const diskFull: Refusal = {
  status: 507,
  detail: 'The disk of the database is full: nothing was saved. Whoever runs Matchwatch must make room; then try again.',
  parts: { retryAfter: 60 },
};

function refusalOf(error: unknown): Refusal {
  if (error instanceof ProblemError) return error;
  if (isUnavailable(error)) return databaseAway;
  if (isDiskFull(error)) return diskFull;
  const status = isOutOfRange(error) ? 400 : statusOf(error);
  const detail =
    plainDetails[status] ?? (status < 500 ? (STATUS_CODES[status] ?? 'Refused') : 'Something went wrong on our side. It has been noted.');
  return { status, detail, parts: {} };
}

/** The status a framework error carries; 500 for anything else. */
function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500;
  const { status, statusCode } = error as { status?: unknown; statusCode?: unknown };
  const given = typeof status === 'number' ? status : statusCode;
  return typeof given === 'number' && given >= 400 && given < 600 ? given : 500;
}

/** Class 22 of PostgreSQL is "data exception": a value no column could hold, so the asker's fault. */
function isOutOfRange(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
}
