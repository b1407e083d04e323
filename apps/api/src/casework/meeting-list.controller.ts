import {
  type BulkResult,
  bulkResultSchema,
  type ListedMeeting,
  listedMeetingSchema,
  type MeetingForMany,
  meetingForManySchema,
  meetingListQuery,
} from '@matchwatch/contracts';
import { type ApplicantPlace, dayIn, may, relationsTo, scopeOf } from '@matchwatch/domain';
import { type Database, findApplicantPlace, listColleagues, listMeetings, type StandingSession } from '@matchwatch/store';
import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Answers } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { toListedMeeting } from './casework-answer.js';
import { CaseworkWriter } from './casework-writer.js';
import { logOne, toldOfLog } from './log-meeting.js';
import { meetingContent } from './meeting-content.js';

@ApiTags('Meetings')
@Controller('api/v1/meetings')
export class MeetingListController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly writer: CaseworkWriter,
  ) {}

  @Get()
  @Needs('notes.view')
  @Answers(z.array(listedMeetingSchema), { summary: 'A page of meetings with applicants in scope.', headers: contentRangeDoc })
  async list(
    @Query({ schema: meetingListQuery }) { filter: { mine, ...filter }, sort, range }: z.output<typeof meetingListQuery>,
    @CurrentSession() { school, person }: StandingSession,
    @CurrentAccess() { links, view }: Access,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ListedMeeting[]> {
    const scopes = { notes: scopeOf(person, 'notes.view', links), wellbeing: view.wellbeing };
    const criteria = { ...filter, ...(mine && { personId: person.id }) };
    const page = await listMeetings(this.db, school.id, scopes, criteria, { descending: sort[1] === 'DESC', range });
    return sendPage(response, 'meetings', range, { ...page, rows: page.rows.map(toListedMeeting) });
  }

  @Post()
  @Needs('meeting.write')
  @Answers(bulkResultSchema, { status: 201, summary: 'Log the same meeting for several applicants, each by itself.' })
  async logForMany(
    @Body({ schema: meetingForManySchema }) { applicantIds, meeting }: MeetingForMany,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() { links }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<BulkResult> {
    const { school, person } = session;
    const colleagues = await listColleagues(this.db, school.id);
    const content = meetingContent(meeting, colleagues, person, dayIn(school.timeZone, this.now()), 'meeting.');
    const ids = [...new Set(applicantIds)];
    const found = await Promise.all(ids.map((id) => findApplicantPlace(this.db, school.id, id)));
    const places = found.filter(
      (place): place is ApplicantPlace =>
        place !== undefined && may(person, 'meeting.write', 'applicant', relationsTo(links, place)).allowed,
    );
    const made = new Map<number, number>();
    if (places.length > 0) {
      await this.writer.write(request, places, async (transaction, mark) => {
        for (const place of places) made.set(place.applicantId, await logOne(transaction, session, place, content, mark));
        const told = [...made].map(([applicantId, meetingId]) => toldOfLog(applicantId, meetingId, content));
        return { result: undefined, slot: `meeting:${[...made.values()][0]}:v1`, told };
      });
    }
    const rows = ids.map((applicantId) => {
      const id = made.get(applicantId) ?? null;
      return { applicantId, outcome: id === null ? ('not-found' as const) : ('done' as const), id };
    });
    return { done: made.size, rows };
  }
}
