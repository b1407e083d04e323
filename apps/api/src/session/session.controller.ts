import type { Config } from '@matchwatch/config';
import {
  type DemoAccounts,
  demoAccountsSchema,
  type FactorConfirmed,
  type FactorOffer,
  factorConfirmedSchema,
  factorOfferSchema,
  type SecondStep,
  type Session,
  type SignIn,
  type SignInAnswer,
  secondStepSchema,
  sessionSchema,
  signInAnswerSchema,
  signInSchema,
  type Totp,
  totpSchema,
  type WaysIn,
  waysInSchema,
} from '@matchwatch/contracts';
import { demoAccounts, neighbourAccounts, neighbourSchool } from '@matchwatch/demo';
import {
  appendAudit,
  findPersonByEmail,
  findSecondFactor,
  listSchools,
  type Pool,
  type StandingSession,
  verifyPassword,
} from '@matchwatch/store';
import { Body, Controller, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { auditLine } from '../audit/audit-line.js';
import { Answers, AnswersNothing } from '../http/answers.decorator.js';
import { ProblemError, tooMany } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';
import { BrowserSessions } from './browser-sessions.js';
import { CurrentSession } from './current-session.decorator.js';
import { Needs } from './needs.decorator.js';
import { Open } from './open.decorator.js';
import { SecondFactors } from './second-factors.js';
import { SessionEnds } from './session-ends.js';
import { originOf } from './session-origin.js';
import { SignsIn } from './sign-in.decorator.js';
import { SignInForgiveness } from './sign-in-forgiveness.js';
import { demandPasswords } from './ways-in.js';

@ApiTags('Session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly browser: BrowserSessions,
    private readonly factors: SecondFactors,
    private readonly forgiveness: SignInForgiveness,
    private readonly ends: SessionEnds,
  ) {}

  @Post()
  @Open()
  @SignsIn()
  @Answers(signInAnswerSchema, {
    status: 201,
    summary: 'Sign in with e-mail and password; the session travels in a cookie, or a second step comes before it.',
  })
  async signIn(
    @Body({ schema: signInSchema }) { email, password }: SignIn,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    demandPasswords(this.config);
    const person = await findPersonByEmail(this.db, email);
    if (!(await verifyPassword(person?.passwordHash, password)) || !person) {
      // Not waited for: who tries out addresses must not see by the time which ones there are.
      const noted = person ? this.browser.note(request, person, 'session.refused', { why: 'password' }) : this.noteStranger(request);
      void noted.catch((error: Error) => request.log.error({ err: error }, 'audit'));
      throw new ProblemError(401, 'The e-mail address and the password do not belong together.');
    }
    const origin = originOf(request, 'password');
    const next = await this.factors.nextStep(person);
    if (next) return this.browser.pend(request, response, person, origin, next);
    this.forgiveness.forgive(person.email);
    const session = await this.browser.open(request, response, person, origin, (transaction) =>
      this.browser.note(request, person, 'session.opened', { method: 'password' }, transaction),
    );
    request.log.info({ personId: person.id }, 'signed in');
    return session;
  }

  @Post('second-factor')
  @Open()
  @SignsIn('address')
  @Answers(sessionSchema, { status: 201, summary: 'The second step of a sign-in: a code of the authenticator, or a recovery code.' })
  async secondStep(
    @Body({ schema: secondStepSchema }) { code }: SecondStep,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const { person, origin } = await this.browser.pending(request, 'code');
    const verdict = await this.factors.check(person, code);
    if (verdict === 'wrong' || verdict === 'too-many') {
      await this.browser.note(request, person, 'session.refused', { why: verdict === 'wrong' ? 'code' : 'codes' });
      if (verdict === 'wrong') throw wrongCode(code);
      await this.browser.close(request);
      throw tooMany(15 * 60);
    }
    this.forgiveness.forgive(person.email);
    const session = await this.browser.open(request, response, person, origin, async (transaction) => {
      if (verdict === 'recovery') {
        const left = (await findSecondFactor(transaction, person.schoolId, person.id))?.recoveryCodes ?? 0;
        await this.browser.note(request, person, 'recovery.used', { left }, transaction);
      }
      await this.browser.note(request, person, 'session.opened', { method: 'password', secondFactor: verdict }, transaction);
    });
    request.log.info({ personId: person.id }, 'signed in');
    return session;
  }

  @Post('enrolment')
  @Open()
  @SignsIn('address')
  @Answers(factorOfferSchema, {
    summary: 'Where the school wants a second factor: a secret for an authenticator, in the middle of a sign-in.',
  })
  async enrol(@Req() request: IdentifiedRequest): Promise<FactorOffer> {
    const { person } = await this.browser.pending(request, 'enrolment');
    return this.factors.offer(person);
  }

  @Post('enrolment/confirm')
  @Open()
  @SignsIn('address')
  @Answers(factorConfirmedSchema, {
    status: 201,
    summary: 'The first code of that secret takes it into use and signs in; the answer holds the recovery codes, once.',
  })
  async confirmEnrolment(
    @Body({ schema: totpSchema }) { code }: Totp,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FactorConfirmed> {
    const { person, origin } = await this.browser.pending(request, 'enrolment');
    let recoveryCodes: string[] = [];
    const session = await this.browser.open(request, response, person, origin, async (transaction) => {
      recoveryCodes = await this.factors.confirm(transaction, person, code);
      await this.browser.note(request, person, 'factor.enrolled', undefined, transaction);
      await this.browser.note(request, person, 'session.opened', { method: 'password', secondFactor: 'code' }, transaction);
    });
    this.forgiveness.forgive(person.email);
    return { recoveryCodes, session };
  }

  @Get()
  @Needs('session.use')
  @Answers(sessionSchema, { summary: 'Who is signed in.' })
  read(@CurrentSession() session: StandingSession): Session {
    return this.browser.answer(session);
  }

  @Delete()
  @Needs('session.use')
  @AnswersNothing('Sign out.')
  async signOut(
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.browser.close(request);
    await this.browser.note(request, session.person, 'session.closed');
    this.ends.ended.next(session.csrfToken);
    this.browser.forget(response);
    response.setHeader('Clear-Site-Data', '"cache"');
  }

  @Get('ways')
  @Open()
  @Answers(waysInSchema, { summary: 'The ways in: by password, by single sign-on, or both.' })
  ways(): WaysIn {
    const { oidcIssuer, oidcName, oidcRequired } = this.config;
    return { password: !oidcRequired, sso: oidcIssuer === undefined ? null : oidcName };
  }

  @Get('demo')
  @Open()
  @Answers(demoAccountsSchema, { summary: 'The accounts of a demonstration; none outside demo mode.' })
  demo(): DemoAccounts {
    if (!this.config.demo) return { accounts: [] };
    return {
      accounts: [
        ...demoAccounts.map((account) => ({ ...account, school: null })),
        ...neighbourAccounts.map((account) => ({ ...account, school: neighbourSchool.name })),
      ],
    };
  }

  /** An address nobody has is told to the audit of the only school there is, and is not in it. */
  private async noteStranger(request: IdentifiedRequest): Promise<void> {
    request.log.info('nobody has the address of a sign-in');
    const [school, another] = await listSchools(this.db);
    if (!school || another) return;
    await appendAudit(this.db, school.id, auditLine(request, 'session.refused', this.now(), { after: { why: 'address' } }));
  }
}

const wrongCode = (typed: string) =>
  new ProblemError(
    401,
    /^\d+$/.test(typed)
      ? 'That code is not right, or was used before. Wait for the next one and try again.'
      : 'That recovery code is not right, or was used before.',
  );
