import type { Config } from '@matchwatch/config';
import {
  type Account,
  accountSchema,
  type FactorConfirmed,
  type FactorOffer,
  factorConfirmedSchema,
  factorOfferSchema,
  type PasswordChange,
  type PresentPassword as PresentPasswordBody,
  passwordChangeSchema,
  presentPasswordSchema,
  type RecoveryCodes,
  recoveryCodesSchema,
  type Session,
  sessionSchema,
  type Totp,
  totpSchema,
} from '@matchwatch/contracts';
import {
  appendAudit,
  changePassword,
  type Database,
  dropSecondFactor,
  endSessions,
  findPasswordHash,
  findSecondFactor,
  type Pool,
  type StandingSession,
} from '@matchwatch/store';
import { Body, Controller, Get, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { auditLine } from '../audit/audit-line.js';
import { Answers, AnswersNothing } from '../http/answers.decorator.js';
import { ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { BrowserSessions } from '../session/browser-sessions.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { PresentPassword } from '../session/present-password.js';
import { SecondFactors } from '../session/second-factors.js';
import { SessionEnds } from '../session/session-ends.js';
import { demandPasswords } from '../session/ways-in.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';

@ApiTags('Account')
@Controller('api/v1/account')
@Needs('session.use')
export class AccountController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly browser: BrowserSessions,
    private readonly factors: SecondFactors,
    private readonly present: PresentPassword,
    private readonly ends: SessionEnds,
  ) {}

  @Get()
  @Answers(accountSchema, { summary: 'How one signs in: password, second factor, recovery codes.' })
  async read(@CurrentSession() { person, origin }: StandingSession): Promise<Account> {
    const { schoolId, id } = person;
    const factor = await findSecondFactor(this.db, schoolId, id);
    return {
      method: origin.method,
      password: !this.config.oidcRequired && (await findPasswordHash(this.db, schoolId, id)) !== null,
      secondFactor: {
        since: factor?.confirmedAt?.toISOString() ?? null,
        recoveryCodes: factor?.recoveryCodes ?? 0,
        required: await this.factors.isRequired(person),
      },
    };
  }

  @Put('password')
  @Answers(sessionSchema, { summary: 'Another password; every other session ends, and this one goes on under a new id.' })
  async changePassword(
    @Body({ schema: passwordChangeSchema }) { present, password }: PasswordChange,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    demandPasswords(this.config);
    await this.present.demand(session, present);
    return this.underNewId(session, request, response, async (transaction) => {
      await changePassword(transaction, session.school.id, session.person.id, password);
      await appendAudit(transaction, session.school.id, auditLine(request, 'password.changed', this.now()));
    });
  }

  @Post('second-factor')
  @Answers(factorOfferSchema, {
    summary: 'Begin a second factor, or another one: a secret for an authenticator, in use once a code confirms it.',
  })
  async offer(
    @Body({ schema: presentPasswordSchema }) { present }: PresentPasswordBody,
    @CurrentSession() session: StandingSession,
  ): Promise<FactorOffer> {
    await this.present.demand(session, present);
    return this.factors.offer(session.person);
  }

  @Post('second-factor/confirm')
  @Answers(factorConfirmedSchema, {
    summary: 'The first code takes the second factor into use; every other session ends, and the answer holds the recovery codes, once.',
  })
  async confirm(
    @Body({ schema: totpSchema }) { code }: Totp,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FactorConfirmed> {
    let recoveryCodes: string[] = [];
    const renewed = await this.underNewId(session, request, response, async (transaction) => {
      recoveryCodes = await this.factors.confirm(transaction, session.person, code);
      await appendAudit(transaction, session.school.id, auditLine(request, 'factor.enrolled', this.now()));
    });
    return { recoveryCodes, session: renewed };
  }

  @Post('second-factor/codes')
  @Answers(recoveryCodesSchema, { summary: 'New recovery codes, shown once; those before work no more.' })
  async renewCodes(
    @Body({ schema: presentPasswordSchema }) { present }: PresentPasswordBody,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<RecoveryCodes> {
    await this.present.demand(session, present);
    const { person, school } = session;
    return this.db.transaction(async (transaction) => {
      if (!(await findSecondFactor(transaction, school.id, person.id))?.confirmedAt) throw noFactor();
      const recoveryCodes = await this.factors.renewRecoveryCodes(transaction, person);
      await appendAudit(transaction, school.id, auditLine(request, 'recovery.renewed', this.now()));
      return { recoveryCodes };
    });
  }

  @Post('second-factor/remove')
  @AnswersNothing('Give up the second factor, where the school does not want one.')
  async remove(
    @Body({ schema: presentPasswordSchema }) { present }: PresentPasswordBody,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<void> {
    await this.present.demand(session, present);
    const { person, school } = session;
    if (await this.factors.isRequired(person))
      throw new ProblemError(409, 'Your school wants a second factor of your role. You can set up another one.');
    await this.db.transaction(async (transaction) => {
      if (!(await dropSecondFactor(transaction, school.id, person.id))) throw noFactor();
      await appendAudit(transaction, school.id, auditLine(request, 'factor.removed', this.now()));
    });
  }

  /** Does something after which only this browser is signed in, and under a new id. */
  private async underNewId(
    { person, school, origin }: StandingSession,
    request: IdentifiedRequest,
    response: Response,
    does: (transaction: Database) => Promise<void>,
  ): Promise<Session> {
    const { ended, opened } = await this.db.transaction(async (transaction) => {
      const ended = await endSessions(transaction, school.id, person.id, 'all');
      const opened = await this.browser.openIn(transaction, request, person, origin);
      await does(transaction);
      return { ended, opened };
    });
    for (const csrfToken of ended) this.ends.ended.next(csrfToken);
    return this.browser.give(response, opened);
  }
}

const noFactor = () => new ProblemError(409, 'You have no second factor.');
