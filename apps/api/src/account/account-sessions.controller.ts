import type { Config } from '@matchwatch/config';
import { type AccountSession, accountSessionSchema } from '@matchwatch/contracts';
import { appendAudit, endSessions, listSessions, type Pool, type SessionsToEnd, type StandingSession } from '@matchwatch/store';
import { Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers, AnswersNothing } from '../http/answers.decorator.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { SessionEnds } from '../session/session-ends.js';
import { sessionLimits } from '../session/session-settings.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';

@ApiTags('Account')
@Controller('api/v1/account/sessions')
@Needs('session.use')
export class AccountSessionsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly ends: SessionEnds,
  ) {}

  @Get()
  @Answers(z.array(accountSessionSchema), { summary: 'The browsers one is signed in with, the last used first.' })
  async list(@CurrentSession() session: StandingSession): Promise<AccountSession[]> {
    const { schoolId, id } = session.person;
    const rows = await listSessions(this.db, schoolId, id, this.now(), sessionLimits(this.config));
    return rows.map(({ createdAt, seenAt, ...row }) => ({
      ...row,
      current: row.id === session.id,
      createdAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
    }));
  }

  @Post('end-others')
  @AnswersNothing('Sign out everywhere but here.')
  async endOthers(@CurrentSession() session: StandingSession, @Req() request: IdentifiedRequest): Promise<void> {
    await this.end(session, request, { exceptId: session.id });
  }

  @Post(':id/end')
  @AnswersNothing('Sign out one other browser.')
  async endOne(@PathId() id: number, @CurrentSession() session: StandingSession, @Req() request: IdentifiedRequest): Promise<void> {
    if (id === session.id) throw new ProblemError(409, 'That is the session you are in. Sign out to end it.');
    if ((await this.end(session, request, { id })) === 0) throw notFound('session');
  }

  private async end({ person, school }: StandingSession, request: IdentifiedRequest, which: SessionsToEnd): Promise<number> {
    const ended = await this.db.transaction(async (transaction) => {
      const tokens = await endSessions(transaction, school.id, person.id, which);
      if (tokens.length > 0) {
        const told = { subject: `person ${person.id}`, after: { ended: tokens.length } };
        await appendAudit(transaction, school.id, auditLine(request, 'session.ended', this.now(), told));
      }
      return tokens;
    });
    for (const csrfToken of ended) this.ends.ended.next(csrfToken);
    return ended.length;
  }
}
