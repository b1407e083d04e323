import { type ApplicantCalendar, applicantCalendarSchema } from '@matchwatch/contracts';
import { addDays, dayIn } from '@matchwatch/domain';
import { listSeasonDays } from '@matchwatch/risk-policy';
import { appendLook, type Database, listCalendarEvents, listCalendarOf, type StandingSession } from '@matchwatch/store';
import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { auditLine } from '../audit/audit-line.js';
import { oneLookMinutes } from '../casework/casework.controller.js';
import { Answers } from '../http/answers.decorator.js';
import { PathId } from '../http/path-id.js';
import { notFound } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { readSchoolPolicy } from '../policy/school-policy.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { toEvent, viewOfCalendar } from './calendar-answer.js';

/** Days shown before and after today. */
const daysAround = 90;

@ApiTags('Calendar')
@Controller('api/v1/applicants/:id/calendar')
export class ApplicantCalendarController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @NeedsOfApplicant('applicant.view')
  @Answers(applicantCalendarSchema, {
    summary: `What one applicant has in the ${daysAround} days before and after today: season, school, exams, meetings, and what is due.`,
  })
  async read(
    @PathId() applicantId: number,
    @CurrentSession() { school, person }: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<ApplicantCalendar> {
    const now = this.now();
    const today = dayIn(school.timeZone, now);
    const [from, to] = [addDays(today, -daysAround), addDays(today, daysAround)];
    const season = access.place?.season;
    if (season === undefined) throw notFound('applicant');
    // Titles of tasks are casework, and are looked at as such.
    if (access.actions.includes('notes.view'))
      await appendLook(this.db, school.id, auditLine(request, 'casework.viewed', now, { applicantId }), oneLookMinutes);
    const [{ policy }, events, entries] = await Promise.all([
      readSchoolPolicy(this.db, school.id, today),
      listCalendarEvents(this.db, school.id, from, to),
      listCalendarOf(this.db, school.id, viewOfCalendar(person, access), { applicantId, from, to }),
    ]);
    return {
      today,
      from,
      to,
      season,
      days: listSeasonDays(policy, season, today).filter(({ on }) => on >= from && on <= to),
      events: events.filter((event) => event.season === season).map(toEvent),
      entries,
    };
  }
}
