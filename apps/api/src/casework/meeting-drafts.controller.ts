import { type MeetingDraft, meetingDraftSchema, type SavedDraft, savedDraftSchema } from '@matchwatch/contracts';
import { type Database, dropMeetingDrafts, findMeetingDraft, type StandingSession, saveMeetingDraft } from '@matchwatch/store';
import { Body, Controller, Delete, Get, Inject, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, AnswersNothing } from '../http/answers.decorator.js';
import { PathId } from '../http/path-id.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';

@ApiTags('Meetings')
@Controller('api/v1/applicants/:id/meeting-draft')
export class MeetingDraftsController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @NeedsOfApplicant('meeting.write')
  @Answers(savedDraftSchema, { summary: 'What the reader has typed of a meeting with this applicant and not logged.' })
  async draft(@PathId() id: number, @CurrentSession() { school, person }: StandingSession): Promise<SavedDraft> {
    const draft = await findMeetingDraft(this.db, school.id, id, person.id);
    const content = meetingDraftSchema.safeParse(draft?.content);
    return { draft: draft && content.success ? { content: content.data, savedAt: draft.savedAt.toISOString() } : null };
  }

  @Put()
  @NeedsOfApplicant('meeting.write')
  @AnswersNothing('Keep what is being typed, in place of what was; only its author sees it.')
  async saveDraft(
    @PathId() id: number,
    @Body({ schema: meetingDraftSchema }) draft: MeetingDraft,
    @CurrentSession() { school, person }: StandingSession,
  ): Promise<void> {
    await saveMeetingDraft(this.db, school.id, id, draft, { by: person.id, at: this.now() });
  }

  @Delete()
  @NeedsOfApplicant('meeting.write')
  @AnswersNothing('Forget what was typed.')
  async dropDraft(@PathId() id: number, @CurrentSession() { school, person }: StandingSession): Promise<void> {
    await dropMeetingDrafts(this.db, school.id, [id], person.id);
  }
}
