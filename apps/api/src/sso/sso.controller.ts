import type { Config } from '@matchwatch/config';
import {
  type SsoAnswer,
  type SsoDone,
  type SsoStart,
  ssoAnswerSchema,
  ssoBeginSchema,
  ssoDoneSchema,
  ssoStartSchema,
} from '@matchwatch/contracts';
import { appendAudit, findSchool, openSignInFlow, type Pool, takeSignInFlow } from '@matchwatch/store';
import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers } from '../http/answers.decorator.js';
import { ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { BrowserSessions } from '../session/browser-sessions.js';
import { Open } from '../session/open.decorator.js';
import { originOf } from '../session/session-origin.js';
import { isSecure } from '../session/session-settings.js';
import { SignsIn } from '../session/sign-in.decorator.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';
import type { ClaimedPerson } from './claimed-person.js';
import { clearFlowCookie, readFlowCookie, writeFlowCookie } from './flow-cookie.js';
import { IdentityProvider } from './identity-provider.js';
import { letIn, type SsoRefusal, type SsoVerdict } from './let-in.js';

/** How long somebody may take at the provider. */
const flowMinutes = 15;

@ApiTags('Session')
@Controller('api/v1/sso')
@Open()
export class SsoController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly provider: IdentityProvider,
    private readonly browser: BrowserSessions,
  ) {}

  @Post('start')
  @SignsIn('address')
  @Answers(ssoStartSchema, { summary: 'Begin single sign-on: where to send the browser, which is remembered by a cookie.' })
  async start(
    @Body({ schema: ssoBeginSchema }) { returnTo }: z.output<typeof ssoBeginSchema>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SsoStart> {
    const { url, ...flow } = await this.provider.begin();
    if (!(await findSchool(this.db, this.config.oidcSchool))) {
      throw new ProblemError(409, 'Single sign-on is set up for a school that is not here: OIDC_SCHOOL names another one.');
    }
    const token = await openSignInFlow(this.db, this.config.oidcSchool, { ...flow, returnTo }, this.now(), flowMinutes);
    writeFlowCookie(response, isSecure(this.config), token);
    return { url };
  }

  @Post('finish')
  @SignsIn('address')
  @Answers(ssoDoneSchema, {
    status: 201,
    summary: 'Finish single sign-on with what the provider sent back; only the browser that was sent off can, and only once.',
  })
  async finish(
    @Body({ schema: ssoAnswerSchema }) { query }: SsoAnswer,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SsoDone> {
    const token = readFlowCookie(request, isSecure(this.config));
    clearFlowCookie(response, isSecure(this.config));
    const flow = token && (await takeSignInFlow(this.db, this.config.oidcSchool, token, this.now()));
    if (!flow) {
      throw new ProblemError(401, 'This sign-in was not begun here, was used, or took too long. Sign in again.', {
        type: 'urn:matchwatch:problem:sign-in-over',
      });
    }
    const claimed = await this.provider.finish(query, flow);
    const { verdict, opened } = await this.admit(claimed, request);
    if (opened) return { session: this.browser.give(response, opened), returnTo: flow.returnTo };
    await this.noteRefusal(verdict as Refused, request);
    throw new ProblemError(403, refusals[(verdict as Refused).refused], { type: 'urn:matchwatch:problem:sso-refused' });
  }

  private admit(claimed: ClaimedPerson, request: IdentifiedRequest) {
    const schoolId = this.config.oidcSchool;
    return this.db.transaction(async (transaction) => {
      const verdict = await letIn(transaction, schoolId, claimed, this.config.oidcRoles, this.now());
      if ('refused' in verdict) return { verdict, opened: undefined };
      const { person, linked, joined, roleBefore } = verdict;
      const opened = await this.browser.openIn(transaction, request, person, originOf(request, 'sso'));
      const note = (event: Parameters<typeof this.browser.note>[2], after?: object) =>
        this.browser.note(request, person, event, after, transaction);
      if (linked) await note('identity.linked');
      if (joined) await note('person.joined', { method: 'sso' });
      if (roleBefore) {
        const told = {
          subject: `person ${person.id}`,
          reason: 'group at the provider',
          before: { role: roleBefore },
          after: { role: person.role },
        };
        await appendAudit(transaction, schoolId, { ...auditLine(request, 'person.changed', this.now(), told), personId: person.id });
      }
      await note('session.opened', { method: 'sso' });
      return { verdict, opened };
    });
  }

  private async noteRefusal({ refused, person }: Refused, request: IdentifiedRequest): Promise<void> {
    const after = { method: 'sso', why: refused };
    if (person) await this.browser.note(request, person, 'session.refused', after);
    else await appendAudit(this.db, this.config.oidcSchool, auditLine(request, 'session.refused', this.now(), { after }));
  }
}

type Refused = Extract<SsoVerdict, { refused: SsoRefusal }>;

const stranger = 'The provider knows you, and nobody here has invited this account, or it is no longer let in. Ask an administrator.';
const refusals: Readonly<Record<SsoRefusal, string>> = {
  unknown: stranger,
  disabled: stranger,
  unverified: 'The provider does not vouch for your e-mail address, so it cannot be told who you are here. Ask an administrator.',
  'no-group': 'None of your groups at the provider has a role here. Ask whoever looks after them.',
};
