import 'reflect-metadata';
import type { Config } from '@matchwatch/config';
import { verifyPassword } from '@matchwatch/store';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Logger, pino } from 'pino';
import { ApiModule, type ApiParts } from './api.module.js';
import { bodyLimit, refuseOddJson } from './http/json-body.js';
import { requestLog } from './http/request-log.js';
import { keepNoCopy, securityHeaders } from './http/security-headers.js';
import { answerUnreadable } from './http/unreadable-request.js';
import { Metrics } from './metrics/metrics.js';
import { nestLog } from './nest-log.js';
import { describeApi } from './openapi/document.js';
import { OpenApiController } from './openapi/openapi.controller.js';
import { isSecure } from './session/session-settings.js';
import { builtWeb } from './web/web-root.js';

/** The log of this service: JSON lines, without anything a browser sends to prove who it is. */
export const createLog = ({ logLevel }: Config): Logger =>
  pino({ name: 'api', level: logLevel, redact: ['*.password', '*.headers', '*.parameters'] });

/** The whole service, initialised and not yet listening; closing it closes its pools. */
export async function createApi(config: Config, parts: Partial<Omit<ApiParts, 'config'>> = {}): Promise<NestExpressApplication> {
  const { logger = createLog(config), clock = () => new Date(), webRoot = builtWeb } = parts;
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with({ config, logger, clock, webRoot }), {
    logger: nestLog(logger),
    bodyParser: false,
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.trustedProxies);
  app.use(requestLog(logger), app.get(Metrics).middleware, securityHeaders(isSecure(config)));
  app.use('/api', keepNoCopy);
  app.useBodyParser('json', { limit: bodyLimit });
  app.use(refuseOddJson);
  answerUnreadable(app.getHttpServer());
  // The first check of a password prepares the decoy of those that follow, and would take longer than they do.
  await verifyPassword(null, '');
  await app.init();
  app.get(OpenApiController).document = describeApi(app);
  return app;
}
