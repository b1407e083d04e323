import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const retriable = new Set(['40P01', '40001']);
const tries = 7;
const pauseMs = 500;

/**
 * A pool whose statements are tried again when PostgreSQL chose them as the victim of a deadlock or a serialization
 * failure. Safe for BullMQ alone: each of its commands is one statement that commits by itself. Any other failure is
 * told after a pause: a worker asks for its next job again at once, hundreds of times a second while a server recovers.
 */
export class RetryingPool extends pg.Pool {
  // The driver overloads query() nine ways; BullMQ uses the one that returns a promise, and arguments go through as they are.
  override query = (async (...parameters: unknown[]) => {
    const once = pg.Pool.prototype.query as (...parameters: unknown[]) => Promise<unknown>;
    for (let attempt = 1; ; attempt++) {
      try {
        return await once.apply(this, parameters);
      } catch (error) {
        if (attempt === tries || !retriable.has((error as { code?: string }).code ?? '')) {
          await sleep(pauseMs);
          throw error;
        }
        await sleep(Math.round(5 + Math.random() * 40 * attempt));
      }
    }
  }) as unknown as pg.Pool['query'];
}
