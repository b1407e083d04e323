import type { Config } from '@matchwatch/config';
import { type Database, findSession, touchSession } from '@matchwatch/store';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';
import { Authoriser } from './authoriser.js';
import { readCookie } from './cookie.js';
import { NEEDS, type Needed } from './needs.decorator.js';
import { OPEN } from './open.decorator.js';
import { isSameOrigin, isToken } from './same-origin.js';
import { isSecure, sessionLimits } from './session-settings.js';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);
const touchEveryMs = 60_000;

/** Lets nobody in without a session, no write without the session's token from a page of our own, and asks the authoriser. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authoriser: Authoriser,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<IdentifiedRequest>();
    const isWrite = !reads.has(request.method);
    if (isWrite && !isSameOrigin(request, this.config.publicUrl)) throw new ProblemError(403, 'The request came from another site.');
    if (this.reflector.getAllAndOverride<boolean>(OPEN, [context.getHandler(), context.getClass()])) return true;

    const session = await this.session(request);
    request.session = session;
    if (isWrite && !isToken(request.headers['x-csrf-token'], session.csrfToken)) {
      throw new ProblemError(403, 'The page is out of date. Reload it and try again.');
    }
    const needed = this.reflector.getAllAndOverride<Needed | undefined>(NEEDS, [context.getHandler(), context.getClass()]);
    if (!needed) throw new Error('A route says neither that it is open nor what it needs');
    const { id } = request.params;
    request.access = await this.authoriser.authorise(session, needed, typeof id === 'string' ? id : undefined);
    return true;
  }

  private async session(request: IdentifiedRequest) {
    const cookie = readCookie(request, isSecure(this.config));
    const now = this.now();
    const session = cookie && (await findSession(this.db, cookie.schoolId, cookie.token, now, sessionLimits(this.config)));
    if (!session) throw new ProblemError(401, 'Sign in first.');
    if (now.getTime() - session.seenAt.getTime() > touchEveryMs) await touchSession(this.db, cookie.schoolId, cookie.token, now);
    return session;
  }
}
