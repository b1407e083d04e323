import {
  type Meeting,
  type MeetingCorrection,
  type MeetingRevision,
  type MeetingWrite,
  meetingCorrectionSchema,
  meetingRevisionSchema,
  meetingSchema,
  meetingWriteSchema,
  withdrawSchema,
} from '@matchwatch/contracts';
import { dayIn, instantIn } from '@matchwatch/domain';
import {
  appendAudit,
  correctMeeting,
  type Database,
  findMeeting,
  followNextStep,
  listColleagues,
  listMeetingRevisions,
  type MeetingContent,
  type StandingSession,
  withdrawMeeting,
} from '@matchwatch/store';
import { calendarFile } from '@matchwatch/words';
import { Body, Controller, Get, Headers, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers, AnswersMedia } from '../http/answers.decorator.js';
import { versionOf } from '../http/if-match.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { toMeeting, toMeetingRevision } from './casework-answer.js';
import { CaseworkWriter, savedVersion } from './casework-writer.js';
import { logOne, nextStepOf, toldOfLog } from './log-meeting.js';
import { meetingContent, toldOfMeeting } from './meeting-content.js';

const ifMatchDoc = { name: 'If-Match', required: true, description: 'The version the change is based on.' };

@ApiTags('Meetings')
@Controller('api/v1/applicants/:id')
export class MeetingsController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly writer: CaseworkWriter,
  ) {}

  @Post('meetings')
  @NeedsOfApplicant('meeting.write')
  @Answers(meetingSchema, { status: 201, summary: 'Log a meeting; its next step becomes a task, and the draft is forgotten.' })
  async log(
    @PathId() id: number,
    @Body({ schema: meetingWriteSchema }) write: MeetingWrite,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() { place, actions }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Meeting> {
    if (!place) throw notFound('applicant');
    const content = await this.contentOf(session, write);
    const meetingId = await this.writer.write(request, [place], async (transaction, mark) => {
      const meetingId = await logOne(transaction, session, place, content, mark);
      return { result: meetingId, slot: `meeting:${meetingId}:v1`, told: [toldOfLog(id, meetingId, content)] };
    });
    return this.meeting(session, actions, id, meetingId);
  }

  @Put('meetings/:meetingId')
  @NeedsOfApplicant('meeting.write')
  @ApiHeader(ifMatchDoc)
  @Answers(meetingSchema, { summary: 'Correct a meeting; what it said before stays in its versions.' })
  async correct(
    @PathId() id: number,
    @PathId('meetingId') meetingId: number,
    @Body({ schema: meetingCorrectionSchema }) { reason, ...write }: MeetingCorrection,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() { place, actions }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Meeting> {
    const version = versionOf(ifMatch);
    const before = await findMeeting(this.db, session.school.id, id, meetingId);
    if (!place || !before) throw notFound('meeting');
    if (before.restricted && !actions.includes('wellbeing.view')) {
      throw new ProblemError(403, 'This note is restricted: only people with the right to wellbeing may correct what it says.');
    }
    const content = await this.contentOf(session, write);
    await this.writer.write(request, [place], async (transaction, mark) => {
      const written = await correctMeeting(
        transaction,
        session.school.id,
        { applicantId: id, id: meetingId, version },
        content,
        mark,
        reason,
      );
      const saved = savedVersion(written, 'meeting');
      await followNextStep(transaction, session.school.id, nextStepOf(id, meetingId, content), session.person.id, mark);
      const was = toldOfMeeting({ ...before, staffIds: [], state: before.state === 'withdrawn' ? 'held' : before.state });
      const told = {
        event: 'meeting.corrected',
        applicantId: id,
        subject: `meeting ${meetingId}`,
        reason: reason ?? undefined,
        before: { version, ...was },
        after: { version: saved, ...toldOfMeeting(content) },
      } as const;
      return { result: undefined, slot: `meeting:${meetingId}:v${saved}`, told: [told] };
    });
    return this.meeting(session, actions, id, meetingId);
  }

  @Post('meetings/:meetingId/withdraw')
  @NeedsOfApplicant('meeting.write')
  @ApiHeader(ifMatchDoc)
  @Answers(meetingSchema, { summary: 'Take back a meeting that was noted by mistake; it stays to be seen.' })
  async withdraw(
    @PathId() id: number,
    @PathId('meetingId') meetingId: number,
    @Body({ schema: withdrawSchema }) { reason }: z.output<typeof withdrawSchema>,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() { place, actions }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Meeting> {
    const version = versionOf(ifMatch);
    if (!place) throw notFound('applicant');
    await this.writer.write(request, [place], async (transaction, mark) => {
      const written = await withdrawMeeting(transaction, session.school.id, { applicantId: id, id: meetingId, version }, reason, mark);
      const saved = savedVersion(written, 'meeting');
      const nothing = { applicantId: id, meetingId, title: null, dueOn: null, restricted: false };
      await followNextStep(transaction, session.school.id, nothing, session.person.id, mark);
      const told = { event: 'meeting.withdrawn', applicantId: id, subject: `meeting ${meetingId}`, reason, before: { version } } as const;
      return { result: undefined, slot: `meeting:${meetingId}:v${saved}`, told: [told] };
    });
    return this.meeting(session, actions, id, meetingId);
  }

  @Get('meetings/:meetingId/revisions')
  @NeedsOfApplicant('notes.view')
  @Answers(z.array(meetingRevisionSchema), {
    summary:
      'Every version of a meeting, the newest first. Restricted texts are for people with the right to wellbeing, and reading them is logged.',
  })
  async revisions(
    @PathId() id: number,
    @PathId('meetingId') meetingId: number,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { actions }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<MeetingRevision[]> {
    const revisions = await listMeetingRevisions(this.db, school.id, id, meetingId);
    if (revisions.length === 0) throw notFound('meeting');
    const wellbeing = actions.includes('wellbeing.view');
    if (wellbeing && revisions.some(({ content }) => content.restricted)) {
      const told = { applicantId: id, subject: `meeting ${meetingId}` };
      await appendAudit(this.db, school.id, auditLine(request, 'note.viewed', this.now(), told));
    }
    return revisions.map((each) => toMeetingRevision(each, wellbeing));
  }

  @Get('meetings/:meetingId/calendar')
  @NeedsOfApplicant('notes.view')
  @AnswersMedia('text/calendar', 'The meeting as a calendar file: who, when, and nothing of why.')
  async calendar(
    @PathId() id: number,
    @PathId('meetingId') meetingId: number,
    @CurrentSession() { school }: StandingSession,
    @Res() response: Response,
  ): Promise<void> {
    const meeting = await findMeeting(this.db, school.id, id, meetingId);
    if (!meeting) throw notFound('meeting');
    const { on, at, minutes, version, state } = meeting;
    const file = calendarFile([
      {
        uid: `meeting-${meetingId}.${school.id}@matchwatch`,
        title: 'Advising meeting',
        on,
        ...(at !== null && { from: instantIn(school.timeZone, on, at), minutes: minutes ?? 30 }),
        sequence: version - 1,
        cancelled: state === 'withdrawn' || state === 'missed',
        stampedAt: meeting.changedAt,
      },
    ]);
    response.type('text/calendar').attachment(`meeting-${on}.ics`).send(file);
  }

  private async contentOf({ school, person }: StandingSession, write: MeetingWrite): Promise<MeetingContent> {
    const colleagues = await listColleagues(this.db, school.id);
    return meetingContent(write, colleagues, person, dayIn(school.timeZone, this.now()));
  }

  private async meeting({ school }: StandingSession, actions: Access['actions'], id: number, meetingId: number): Promise<Meeting> {
    const meeting = await findMeeting(this.db, school.id, id, meetingId);
    if (!meeting) throw notFound('meeting');
    return toMeeting(meeting, actions.includes('wellbeing.view'));
  }
}
