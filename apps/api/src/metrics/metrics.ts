import { countRunsByState, type Database, listSchools } from '@matchwatch/store';
import { Inject, Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { routeOf } from '../http/request-log.js';
import { DATABASE } from '../tokens.js';

/** What this process tells a monitoring system. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by route template.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor(@Inject(DATABASE) db: Database) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'matchwatch_runs',
      help: 'Runs by kind and state.',
      labelNames: ['kind', 'state'] as const,
      registers: [this.registry],
      async collect() {
        this.reset();
        for (const { id } of await listSchools(db))
          for (const { kind, state, runs } of await countRunsByState(db, id)) this.inc({ kind, state }, runs);
      },
    });
  }

  /** Times each request to its end. */
  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    const stop = this.durations.startTimer();
    response.once('finish', () => stop({ method: request.method, route: routeOf(request), status: response.statusCode }));
    next();
  };
}
