import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** The framework's own messages as lines of our log; its start-up chatter only when debugging. */
export const nestLog = (logger: Logger): LoggerService => ({
  log: (message: unknown) => logger.debug(String(message)),
  warn: (message: unknown) => logger.warn(String(message)),
  error: (message: unknown, ...details: unknown[]) => logger.error({ details }, String(message)),
  fatal: (message: unknown) => logger.fatal(String(message)),
});
