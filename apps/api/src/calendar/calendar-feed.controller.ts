import { createHash } from 'node:crypto';
import type { Config } from '@matchwatch/config';
import { type CalendarFeedAnswer, type CalendarFeedMade, calendarFeedMadeSchema, calendarFeedSchema } from '@matchwatch/contracts';
import { dayIn, mayEver } from '@matchwatch/domain';
import {
  appendAudit,
  endCalendarFeed,
  findCalendarFeed,
  findCalendarReader,
  makeCalendarFeed,
  type Pool,
  type StandingSession,
  touchCalendarFeed,
} from '@matchwatch/store';
import { calendarFile } from '@matchwatch/words';
import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { auditLine } from '../audit/audit-line.js';
import { Answers, AnswersMedia, AnswersNothing } from '../http/answers.decorator.js';
import { notFound } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { Open } from '../session/open.decorator.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';
import { readFeed } from './read-feed.js';

const told = /^([a-z0-9][a-z0-9-]{0,39})\.([\w-]{43})\.ics$/;

@ApiTags('Calendar')
@Controller('api/v1')
export class CalendarFeedController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get('account/calendar-feed')
  @Needs('calendar.view')
  @Answers(calendarFeedSchema, { summary: 'Whether one’s calendar has a private address, since when, and when it was last read.' })
  async read(@CurrentSession() { school, person }: StandingSession): Promise<CalendarFeedAnswer> {
    const feed = await findCalendarFeed(this.db, school.id, person.id);
    return { feed: feed ? { createdAt: feed.createdAt.toISOString(), usedAt: feed.usedAt?.toISOString() ?? null } : null };
  }

  @Post('account/calendar-feed')
  @Needs('calendar.view')
  @Answers(calendarFeedMadeSchema, {
    status: 201,
    summary: 'Make a private address of one’s calendar; the one before it ends. It is told once.',
  })
  async make(@CurrentSession() { school, person }: StandingSession, @Req() request: IdentifiedRequest): Promise<CalendarFeedMade> {
    const at = this.now();
    const token = await this.db.transaction(async (transaction) => {
      const token = await makeCalendarFeed(transaction, school.id, person.id, at);
      await appendAudit(transaction, school.id, auditLine(request, 'calendar-feed.made', at, { subject: `person ${person.id}` }));
      return token;
    });
    return { url: `${this.origin(request)}/api/v1/calendar/feed/${school.id}.${token}.ics` };
  }

  @Delete('account/calendar-feed')
  @Needs('calendar.view')
  @AnswersNothing('End the address; whoever reads by it finds nothing from now on.')
  async end(@CurrentSession() { school, person }: StandingSession, @Req() request: IdentifiedRequest): Promise<void> {
    await this.db.transaction(async (transaction) => {
      if (!(await endCalendarFeed(transaction, school.id, person.id))) throw notFound('address');
      await appendAudit(transaction, school.id, auditLine(request, 'calendar-feed.ended', this.now(), { subject: `person ${person.id}` }));
    });
  }

  @Get('calendar/feed/:token')
  @Open()
  @HttpCode(200)
  @AnswersMedia('text/calendar', 'A person’s calendar by its private address: days, and nothing of why.')
  async feed(@Param('token') address: string, @Req() request: IdentifiedRequest, @Res() response: Response): Promise<void> {
    // What has another shape is looked up all the same: the time shall not tell it from a token that has ended.
    const [, schoolId = 'nobody', token = ''] = told.exec(address) ?? [];
    const reader = await findCalendarReader(this.db, schoolId, token);
    if (!reader || !mayEver(reader.person.role, 'calendar.view')) throw notFound('calendar');
    const { person, school } = reader;
    const at = this.now();
    const today = dayIn(school.timeZone, at);
    const entries = await readFeed(this.db, reader, at, this.origin(request));
    await this.db.transaction(async (transaction) => {
      if (!(await touchCalendarFeed(transaction, school.id, person.id, at, today))) return;
      const who = { personId: person.id, role: person.role, because: 'role' as const, subject: `person ${person.id}` };
      await appendAudit(transaction, school.id, { ...auditLine(request, 'calendar-feed.read', at), ...who });
    });
    const changedAt = entries.reduce((latest, { stampedAt }) => (stampedAt > latest ? stampedAt : latest), reader.createdAt);
    // Whoever asks again does so with the tag it got; nobody else may keep a copy.
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('Last-Modified', changedAt.toUTCString());
    const file = calendarFile(entries, { name: `Matchwatch · ${school.name}` });
    response.setHeader('ETag', `"${createHash('sha256').update(file).digest('base64url')}"`);
    response.type('text/calendar').send(file);
  }

  /** Where people reach the service; without a public address, where this request did. */
  private origin(request: IdentifiedRequest): string {
    const { publicUrl } = this.config;
    return publicUrl === undefined ? `${request.protocol}://${request.get('host') ?? 'localhost'}` : new URL(publicUrl).origin;
  }
}
