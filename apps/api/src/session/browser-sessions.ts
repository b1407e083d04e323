import type { Config } from '@matchwatch/config';
import type { Session, SignInPending } from '@matchwatch/contracts';
import { type AuditEvent, dayIn, type SignInStep } from '@matchwatch/domain';
import {
  appendAudit,
  closeSession,
  type Database,
  findPendingSession,
  findSession,
  openPendingSession,
  openSession,
  type PendingSession,
  type Person,
  type Pool,
  type SessionOrigin,
  type StandingSession,
} from '@matchwatch/store';
import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { auditLine } from '../audit/audit-line.js';
import { ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';
import { clearCookie, readCookie, writeCookie } from './cookie.js';
import { isSecure, sessionLimits } from './session-settings.js';

/** Long enough to find the telephone, or to install an authenticator. */
const pendingMinutes = 15;

/** A session that was written and that no browser holds yet. */
export interface OpenedHere {
  token: string;
  session: StandingSession;
}

/** The session a browser holds: opened under a new id, waiting for a second step, or gone. */
@Injectable()
export class BrowserSessions {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * Signs a person in with this browser, under a new id; whatever it held before is over. What comes with it is done in the same
   * transaction, and the browser is given its cookie when all of it is written.
   */
  async open(
    request: IdentifiedRequest,
    response: Response,
    person: Person,
    origin: SessionOrigin,
    does: (transaction: Database) => Promise<void>,
  ): Promise<Session> {
    const opened = await this.db.transaction(async (transaction) => {
      const session = await this.openIn(transaction, request, person, origin);
      await does(transaction);
      return session;
    });
    return this.give(response, opened);
  }

  /** The first half of `open`, for a transaction of one's own; `give` is the second, after it. */
  async openIn(db: Database, request: IdentifiedRequest, person: Person, origin: SessionOrigin): Promise<OpenedHere> {
    await this.close(request, db);
    const limits = sessionLimits(this.config);
    const { token } = await openSession(db, person, this.now(), limits, origin);
    const session = await findSession(db, person.schoolId, token, this.now(), limits);
    if (!session) throw new Error('A session was opened and not found');
    return { token, session };
  }

  give(response: Response, { token, session }: OpenedHere): Session {
    writeCookie(response, isSecure(this.config), { schoolId: session.school.id, token });
    return this.answer(session);
  }

  /** The same after a right password when a second step is before the session. */
  async pend(
    request: IdentifiedRequest,
    response: Response,
    person: Person,
    origin: SessionOrigin,
    next: SignInStep,
  ): Promise<SignInPending> {
    await this.close(request);
    const { token } = await openPendingSession(this.db, person, this.now(), pendingMinutes, origin, next);
    writeCookie(response, isSecure(this.config), { schoolId: person.schoolId, token });
    return { next };
  }

  /** Whoever has this step before them in this browser; refuses when there is nobody, or no longer. */
  async pending(request: IdentifiedRequest, step: SignInStep): Promise<PendingSession> {
    const cookie = readCookie(request, isSecure(this.config));
    const pending = cookie && (await findPendingSession(this.db, cookie.schoolId, cookie.token, this.now()));
    if (pending?.awaits === step) return pending;
    throw new ProblemError(401, 'This sign-in was not begun here, or took too long. Sign in again.', {
      type: 'urn:matchwatch:problem:sign-in-over',
    });
  }

  /** Ends what this browser holds. */
  async close(request: IdentifiedRequest, db: Database = this.db): Promise<void> {
    const cookie = readCookie(request, isSecure(this.config));
    if (cookie) await closeSession(db, cookie.schoolId, cookie.token);
  }

  forget(response: Response): void {
    clearCookie(response, isSecure(this.config));
  }

  /** A line of the audit about somebody who is not signed in yet, or no longer. */
  note(
    request: IdentifiedRequest,
    { schoolId, id, role }: Person,
    event: AuditEvent,
    after?: object,
    db: Database = this.db,
  ): Promise<void> {
    const line = auditLine(request, event, this.now(), after && { after });
    return appendAudit(db, schoolId, { ...line, personId: id, role });
  }

  answer({ person: { id, name, email, role }, school, csrfToken, expiresAt }: StandingSession): Session {
    return {
      user: { id, name, email, role },
      school: { ...school, today: dayIn(school.timeZone, this.now()) },
      csrfToken,
      expiresAt: expiresAt.toISOString(),
    };
  }
}
