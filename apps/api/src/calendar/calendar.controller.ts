import {
  type Calendar,
  type CalendarEventAnswer,
  type CalendarEventWrite,
  type CalendarPerson,
  calendarDayQuery,
  calendarEventSchema,
  calendarEventWriteSchema,
  calendarPersonSchema,
  calendarQuery,
  calendarSchema,
  mostIdsInFilter,
} from '@matchwatch/contracts';
import { addDays, dayIn, daysBetween, longestCalendar } from '@matchwatch/domain';
import {
  addCalendarEvent,
  appendAudit,
  type CalendarEventRow,
  changeCalendarEvent,
  countCalendarPeople,
  findCalendarEvent,
  listCalendarEvents,
  listCalendarPeople,
  listSeasonsInView,
  type Pool,
  removeCalendarEvent,
  type StandingSession,
} from '@matchwatch/store';
import { Body, Controller, Delete, Get, Headers, Inject, Post, Put, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { savedVersion } from '../casework/casework-writer.js';
import { currentSeason } from '../home/current-season.js';
import { Answers, AnswersNothing } from '../http/answers.decorator.js';
import { versionOf } from '../http/if-match.js';
import { PathId } from '../http/path-id.js';
import { notFound, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { toEvent, viewOfCalendar } from './calendar-answer.js';
import { readSeasonDates } from './read-season-dates.js';

const ifMatchDoc = { name: 'If-Match', required: true, description: 'The version the change is based on.' };
const mostPeople = 500;
const daysToCome = 28;

@ApiTags('Calendar')
@Controller('api/v1/calendar')
export class CalendarController {
  constructor(
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('calendar.view')
  @Answers(calendarSchema, {
    summary: 'The season’s days with their sources, the school’s own, and how many applicants in scope have something on each day.',
  })
  async read(
    @Query({ schema: calendarQuery }) { season, ...asked }: z.output<typeof calendarQuery>,
    @CurrentSession() { school, person }: StandingSession,
    @CurrentAccess() access: Access,
  ): Promise<Calendar> {
    const today = dayIn(school.timeZone, this.now());
    const from = asked.from ?? today;
    const to = asked.to ?? addDays(from, daysToCome - 1);
    const length = daysBetween(from, to) + 1;
    if (length < 1 || length > longestCalendar) throw refusedField('to', `must lie 0 to ${longestCalendar - 1} days after the first`);
    const seasons = (await listSeasonsInView(this.db, school.id, access.view)).map((each) => each.season);
    const shown = season ?? currentSeason(seasons, today);
    const [dates, events, people] = await Promise.all([
      readSeasonDates(this.db, school.id, shown === undefined ? [] : [shown], today),
      listCalendarEvents(this.db, school.id, from, to),
      countCalendarPeople(this.db, school.id, viewOfCalendar(person, access), { from, to, season, mostIds: mostIdsInFilter }),
    ]);
    return { today, seasons: dates, events: events.map(toEvent), people };
  }

  @Get('people')
  @Needs('calendar.view')
  @Answers(z.array(calendarPersonSchema), {
    summary: `Which applicants in scope have something on a day: exams, planned meetings, tasks that are due; ${mostPeople} at most.`,
  })
  people(
    @Query({ schema: calendarDayQuery }) { on, season }: z.output<typeof calendarDayQuery>,
    @CurrentSession() { school, person }: StandingSession,
    @CurrentAccess() access: Access,
  ): Promise<CalendarPerson[]> {
    return listCalendarPeople(this.db, school.id, viewOfCalendar(person, access), {
      on: on ?? dayIn(school.timeZone, this.now()),
      season,
      most: mostPeople,
    });
  }

  @Post('events')
  @Needs('calendar.edit')
  @Answers(calendarEventSchema, { status: 201, summary: 'Add an event of the school’s own, which no rule reads.' })
  async add(
    @Body({ schema: calendarEventWriteSchema }) write: CalendarEventWrite,
    @CurrentSession() { school, person }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<CalendarEventAnswer> {
    const at = this.now();
    return this.db.transaction(async (transaction) => {
      const id = await addCalendarEvent(transaction, school.id, write, { by: person.id, at });
      await appendAudit(transaction, school.id, auditLine(request, 'calendar.added', at, { subject: `event ${id}`, after: write }));
      return toEvent(await eventOf(transaction, school.id, id));
    });
  }

  @Put('events/:id')
  @Needs('calendar.edit')
  @ApiHeader(ifMatchDoc)
  @Answers(calendarEventSchema, { summary: 'Change an event over the version named.' })
  async change(
    @PathId() id: number,
    @Body({ schema: calendarEventWriteSchema }) write: CalendarEventWrite,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() { school, person }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<CalendarEventAnswer> {
    const version = versionOf(ifMatch);
    const at = this.now();
    return this.db.transaction(async (transaction) => {
      const before = writeOf(await eventOf(transaction, school.id, id));
      savedVersion(await changeCalendarEvent(transaction, school.id, { id, version }, write, { by: person.id, at }), 'event');
      const told = { subject: `event ${id}`, before, after: write };
      await appendAudit(transaction, school.id, auditLine(request, 'calendar.changed', at, told));
      return toEvent(await eventOf(transaction, school.id, id));
    });
  }

  @Delete('events/:id')
  @Needs('calendar.edit')
  @ApiHeader(ifMatchDoc)
  @AnswersNothing('Remove an event; what it said stays in the audit.')
  async remove(
    @PathId() id: number,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() { school }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<void> {
    const version = versionOf(ifMatch);
    await this.db.transaction(async (transaction) => {
      const before = writeOf(await eventOf(transaction, school.id, id));
      savedVersion(await removeCalendarEvent(transaction, school.id, { id, version }), 'event');
      await appendAudit(transaction, school.id, auditLine(request, 'calendar.removed', this.now(), { subject: `event ${id}`, before }));
    });
  }
}

async function eventOf(db: Parameters<typeof findCalendarEvent>[0], schoolId: string, id: number): Promise<CalendarEventRow> {
  const event = await findCalendarEvent(db, schoolId, id);
  if (!event) throw notFound('event');
  return event;
}

const writeOf = ({ season, from, to, kind, title, source }: CalendarEventRow) => ({ season, from, to, kind, title, source });
