import type { Config } from '@matchwatch/config';
import { type DemoAccounts, demoAccountsSchema, type Session, type SignIn, sessionSchema, signInSchema } from '@matchwatch/contracts';
import { demoAccounts } from '@matchwatch/demo';
import { type AuditEvent, dayIn } from '@matchwatch/domain';
import {
  appendAudit,
  closeSession,
  type Database,
  findPersonByEmail,
  findSession,
  openSession,
  type Person,
  type StandingSession,
  verifyPassword,
} from '@matchwatch/store';
import { Body, Controller, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { auditLine } from '../audit/audit-line.js';
import { Answers, AnswersNothing } from '../http/answers.decorator.js';
import { ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';
import { clearCookie, readCookie, writeCookie } from './cookie.js';
import { CurrentSession } from './current-session.decorator.js';
import { Needs } from './needs.decorator.js';
import { Open } from './open.decorator.js';
import { SessionEnds } from './session-ends.js';
import { isSecure, sessionLimits } from './session-settings.js';
import { SignsIn } from './sign-in.decorator.js';
import { SignInForgiveness } from './sign-in-forgiveness.js';

@ApiTags('Session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly forgiveness: SignInForgiveness,
    private readonly ends: SessionEnds,
  ) {}

  @Post()
  @Open()
  @SignsIn()
  @Answers(sessionSchema, { status: 201, summary: 'Sign in with e-mail and password; the session travels in a cookie.' })
  async signIn(
    @Body({ schema: signInSchema }) { email, password }: SignIn,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const person = await findPersonByEmail(this.db, email);
    if (!(await verifyPassword(person?.passwordHash, password)) || !person) {
      // Not waited for: who tries out addresses must not see by the time which ones there are.
      if (person) void this.note(request, person, 'session.refused').catch((error: Error) => request.log.error({ err: error }, 'audit'));
      throw new ProblemError(401, 'The e-mail address and the password do not belong together.');
    }
    this.forgiveness.forgive(person.email);
    await this.closeBrowserSession(request);
    const now = this.now();
    const { token } = await openSession(this.db, person, now, sessionLimits(this.config));
    const session = await findSession(this.db, person.schoolId, token, now, sessionLimits(this.config));
    if (!session) throw new Error('A session was opened and not found');
    writeCookie(response, isSecure(this.config), { schoolId: person.schoolId, token });
    await this.note(request, person, 'session.opened');
    request.log.info({ personId: person.id }, 'signed in');
    return this.sessionOf(session);
  }

  @Get()
  @Needs('session.use')
  @Answers(sessionSchema, { summary: 'Who is signed in.' })
  read(@CurrentSession() session: StandingSession): Session {
    return this.sessionOf(session);
  }

  @Delete()
  @Needs('session.use')
  @AnswersNothing('Sign out.')
  async signOut(
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.closeBrowserSession(request);
    await this.note(request, session.person, 'session.closed');
    this.ends.ended.next(session.csrfToken);
    clearCookie(response, isSecure(this.config));
    response.setHeader('Clear-Site-Data', '"cache"');
  }

  @Get('demo')
  @Open()
  @Answers(demoAccountsSchema, { summary: 'The accounts of a demonstration; none outside demo mode.' })
  demo(): DemoAccounts {
    const shown = this.config.demo ? demoAccounts : [];
    return { accounts: shown.map(({ email, name, role, password }) => ({ email, name, role, password })) };
  }

  private note(request: IdentifiedRequest, { schoolId, id, role }: Person, event: AuditEvent): Promise<void> {
    return appendAudit(this.db, schoolId, { ...auditLine(request, event, this.now()), personId: id, role });
  }

  private async closeBrowserSession(request: IdentifiedRequest): Promise<void> {
    const cookie = readCookie(request, isSecure(this.config));
    if (cookie) await closeSession(this.db, cookie.schoolId, cookie.token);
  }

  private sessionOf({ person: { id, name, email, role }, school, csrfToken, expiresAt }: StandingSession): Session {
    return {
      user: { id, name, email, role },
      school: { ...school, today: dayIn(school.timeZone, this.now()) },
      csrfToken,
      expiresAt: expiresAt.toISOString(),
    };
  }
}
