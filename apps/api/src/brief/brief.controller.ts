import { type BriefRequest, type BriefSection, briefRequestSchema } from '@matchwatch/contracts';
import { type ApplicantAction, actionOfChallenge, dayIn } from '@matchwatch/domain';
import {
  appendAudit,
  type Database,
  findApplicantFile,
  listChallengesOf,
  listMeetingsOf,
  listPlansOf,
  listTasksOf,
  type StandingSession,
} from '@matchwatch/store';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { auditLine } from '../audit/audit-line.js';
import { AnswersMedia } from '../http/answers.decorator.js';
import { PathId } from '../http/path-id.js';
import { notFound, refusedFields } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { briefDocument } from './brief-document.js';
import { briefPdf, mostPages } from './brief-pdf.js';

/** How many lines of a part are tried, until the brief fits its pages. */
const tries = [14, 10, 7, 4, 2] as const;

const needs: Readonly<Record<BriefSection, ApplicantAction>> = {
  level: 'risk.view',
  strengths: 'risk.view',
  facts: 'record.view',
  meetings: 'notes.view',
  plan: 'notes.view',
  dates: 'notes.view',
};

@ApiTags('Exports')
@Controller('api/v1/applicants')
export class BriefController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Post(':id/brief')
  @HttpCode(200)
  @NeedsOfApplicant('notes.view')
  @AnswersMedia(
    'application/pdf',
    'A brief of at most two pages in the parts asked for, for a colleague or the student; the reason is kept in the audit.',
  )
  async make(
    @PathId() id: number,
    @Body({ schema: briefRequestSchema }) { kind, sections, reason }: BriefRequest,
    @CurrentSession() { school, person }: StandingSession,
    @CurrentAccess() { view, actions }: Access,
    @Req() request: IdentifiedRequest,
    @Res() response: Response,
  ): Promise<void> {
    const closed = sections.flatMap((section, at) =>
      actions.includes(needs[section]) ? [] : [{ path: `sections.${at}`, reason: 'is not open to you' }],
    );
    if (closed.length > 0) throw refusedFields(closed);
    const now = this.now();
    const today = dayIn(school.timeZone, now);
    // Noted before anything is read: what cannot be noted is not given away.
    const told = { applicantId: id, reason, after: { kind, sections } };
    await appendAudit(this.db, school.id, auditLine(request, 'brief.made', now, told));
    const file = await findApplicantFile(this.db, school.id, view, id, today);
    if (!file) throw notFound('applicant');
    const [meetings, plans, tasks, challenges] = await Promise.all([
      listMeetingsOf(this.db, school.id, id),
      listPlansOf(this.db, school.id, id),
      listTasksOf(this.db, school.id, id),
      listChallengesOf(this.db, school.id, [id]),
    ]);
    const { record } = file.standing;
    const open = challenges.filter(({ subject }) => actions.includes(actionOfChallenge(subject)));
    const source = { record, answer: file.answer?.answer, meetings, plans, tasks, challenges: open };
    const made = { kind, sections, school: school.name, madeBy: person.name, today };
    let pdf = await briefPdf(briefDocument(source, { ...made, most: tries[0] }), now);
    for (const most of tries.slice(1)) {
      if (pdf.pages <= mostPages) break;
      pdf = await briefPdf(briefDocument(source, { ...made, most }), now);
    }
    const name = record.externalId.replace(/[^\w-]+/g, '-').slice(0, 60);
    response
      .status(200)
      .setHeader('Content-Disposition', `attachment; filename="brief-${kind === 'student' ? 'student-' : ''}${name}-${today}.pdf"`)
      .type('application/pdf')
      .send(pdf.content);
  }
}
