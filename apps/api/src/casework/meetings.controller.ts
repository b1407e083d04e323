import {
  type BulkResult,
  bulkResultSchema,
  type ListedMeeting,
  listedMeetingSchema,
  type Meeting,
  type MeetingCorrection,
  type MeetingDraft,
  type MeetingForMany,
  type MeetingRevision,
  type MeetingWrite,
  meetingCorrectionSchema,
  meetingDraftSchema,
  meetingForManySchema,
  meetingListQuery,
  meetingRevisionSchema,
  meetingSchema,
  meetingWriteSchema,
  type SavedDraft,
  savedDraftSchema,
  withdrawSchema,
} from '@matchwatch/contracts';
import { type ApplicantPlace, dayIn, instantIn, may, relationsTo, scopeOf } from '@matchwatch/domain';
import {
  addMeeting,
  appendAudit,
  correctMeeting,
  type Database,
  dropMeetingDrafts,
  findApplicantPlace,
  findMeeting,
  findMeetingDraft,
  followNextStep,
  listColleagues,
  listMeetingRevisions,
  listMeetings,
  type Mark,
  type MeetingContent,
  type StandingSession,
  saveMeetingDraft,
  withdrawMeeting,
} from '@matchwatch/store';
import { calendarFile } from '@matchwatch/words';
import { Body, Controller, Delete, Get, Headers, Inject, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers, AnswersMedia, AnswersNothing } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import { versionOf } from '../http/if-match.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs, NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { toListedMeeting, toMeeting, toMeetingRevision } from './casework-answer.js';
import { CaseworkWriter, savedVersion } from './casework-writer.js';
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

  @Get('meeting-draft')
  @NeedsOfApplicant('meeting.write')
  @Answers(savedDraftSchema, { summary: 'What the reader has typed of a meeting with this applicant and not logged.' })
  async draft(@PathId() id: number, @CurrentSession() { school, person }: StandingSession): Promise<SavedDraft> {
    const draft = await findMeetingDraft(this.db, school.id, id, person.id);
    const content = meetingDraftSchema.safeParse(draft?.content);
    return { draft: draft && content.success ? { content: content.data, savedAt: draft.savedAt.toISOString() } : null };
  }

  @Put('meeting-draft')
  @NeedsOfApplicant('meeting.write')
  @AnswersNothing('Keep what is being typed, in place of what was; only its author sees it.')
  async saveDraft(
    @PathId() id: number,
    @Body({ schema: meetingDraftSchema }) draft: MeetingDraft,
    @CurrentSession() { school, person }: StandingSession,
  ): Promise<void> {
    await saveMeetingDraft(this.db, school.id, id, draft, { by: person.id, at: this.now() });
  }

  @Delete('meeting-draft')
  @NeedsOfApplicant('meeting.write')
  @AnswersNothing('Forget what was typed.')
  async dropDraft(@PathId() id: number, @CurrentSession() { school, person }: StandingSession): Promise<void> {
    await dropMeetingDrafts(this.db, school.id, [id], person.id);
  }

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

const nextStepOf = (applicantId: number, meetingId: number, { nextStep, nextOn, restricted }: MeetingContent) => ({
  applicantId,
  meetingId,
  title: nextStep,
  dueOn: nextOn,
  restricted,
});

/** Logs a meeting with one applicant, with the task of its next step. */
export async function logOne(
  transaction: Database,
  { school, person }: StandingSession,
  { applicantId }: ApplicantPlace,
  content: MeetingContent,
  mark: Mark,
): Promise<number> {
  const meetingId = await addMeeting(transaction, school.id, applicantId, content, mark);
  if (content.nextStep !== null) {
    await followNextStep(transaction, school.id, nextStepOf(applicantId, meetingId, content), person.id, mark);
  }
  await dropMeetingDrafts(transaction, school.id, [applicantId], person.id);
  return meetingId;
}

/** What the audit tells of it. */
export const toldOfLog = (applicantId: number, meetingId: number, content: MeetingContent) =>
  ({ event: 'meeting.logged', applicantId, subject: `meeting ${meetingId}`, after: toldOfMeeting(content) }) as const;
