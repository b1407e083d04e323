import type { Config } from '@matchwatch/config';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { AnswersMedia } from '../http/answers.decorator.js';
import { notFound } from '../http/problem.js';
import { Open } from '../session/open.decorator.js';
import { isToken } from '../session/same-origin.js';
import { isThisMachine } from '../session/session-origin.js';
import { limitNames } from '../session/throttle-limits.js';
import { CONFIG } from '../tokens.js';
import { Metrics } from './metrics.js';

@ApiTags('Operations')
@Controller('metrics')
@SkipThrottle(limitNames)
@Open()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @AnswersMedia('text/plain', 'Figures for a monitoring system: with the token when one is set, else from this machine alone.')
  async read(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!this.mayRead(request)) throw notFound('thing');
    response.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }

  private mayRead({ headers, socket }: Request): boolean {
    const { metricsToken, trustedProxies } = this.config;
    if (metricsToken) return isToken(headers.authorization, `Bearer ${metricsToken}`);
    // Behind a proxy everybody comes from this machine.
    return trustedProxies === 0 && isThisMachine(socket.remoteAddress);
  }
}
