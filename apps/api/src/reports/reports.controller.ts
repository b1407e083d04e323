import {
  type ReportDownload,
  type ReportEdition,
  type ReportEditionDetail,
  type ReportMail,
  type ReportRequest,
  reportDownloadSchema,
  reportEditionDetailSchema,
  reportEditionSchema,
  reportListQuery,
  reportMailSchema,
  reportRequestSchema,
} from '@matchwatch/contracts';
import { dayIn, mayEver, withoutWellbeing } from '@matchwatch/domain';
import { renderCsv, renderMail } from '@matchwatch/report';
import { reportPdf } from '@matchwatch/report/pdf';
import { listSeasonDays } from '@matchwatch/risk-rules';
import {
  appendAudit,
  findCohortView,
  findEdition,
  freezeWeeklyReport,
  listEditions,
  listSeasonsInView,
  type Pool,
  type StandingSession,
} from '@matchwatch/store';
import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers, AnswersMedia } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { readSchoolPolicy } from '../policy/school-policy.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { editionReader, readShownReport, toEdition } from './edition-answer.js';

@ApiTags('Reports')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('edition.view')
  @Answers(z.array(reportEditionSchema), {
    summary: 'The archive of weekly reports that are open to you, the newest week first.',
    headers: contentRangeDoc,
  })
  async list(
    @Query({ schema: reportListQuery }) { filter, range }: z.output<typeof reportListQuery>,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReportEdition[]> {
    const { rows, total } = await listEditions(this.db, session.school.id, editionReader(session, access), filter, range);
    return sendPage(response, 'reports', range, { rows: rows.map(toEdition), total });
  }

  @Get(':id')
  @Needs('edition.view')
  @Answers(reportEditionDetailSchema, { summary: 'A weekly report as it was frozen, with the names that are open to you.' })
  async read(
    @PathId() id: number,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<ReportEditionDetail> {
    const { row, document, names } = await this.edition(id, session, access);
    await appendAudit(this.db, session.school.id, auditLine(request, 'report.viewed', this.now(), { subject: `report ${id}` }));
    return reportEditionDetailSchema.parse({
      ...row,
      document,
      names: [...names].map(([applicantId, name]) => ({ id: applicantId, name })),
    });
  }

  @Get(':id/mail')
  @Needs('edition.view')
  @Answers(reportMailSchema, { summary: 'What the mail of a weekly report says: counts and a link, no names.' })
  async mail(
    @PathId() id: number,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<ReportMail> {
    const { row, document } = await this.edition(id, session, access);
    return renderMail(document, {
      origin: `${request.protocol}://${request.get('host')}`,
      editionId: id,
      names: false,
      correction: row.reason,
    });
  }

  @Post()
  @Needs('edition.view')
  @Answers(reportEditionSchema, {
    summary:
      'Freeze this week’s report of a season: of the whole school where that is open to you, else of your own applicants. Asking again gives the same edition.',
  })
  async freeze(
    @Body({ schema: reportRequestSchema }) { season, correction, view: viewId }: ReportRequest,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() { view }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<ReportEdition> {
    const { school, person } = session;
    const now = this.now();
    const today = dayIn(school.timeZone, now);
    // A saved view may be somebody's own, and its name may tell what it asks: its report is for whoever asked.
    const whole = view.risk.everyone && viewId === undefined;
    if (viewId !== undefined && !(await findCohortView(this.db, school.id, person, viewId))) throw notFound('view');
    if (whole && correction !== undefined && !mayEver(person.role, 'report.send')) throw notFound('report');
    if (!(await listSeasonsInView(this.db, school.id, view)).some((each) => each.season === season)) throw notFound('season');
    const { policy } = await readSchoolPolicy(this.db, school.id, today);
    const frozen = await freezeWeeklyReport(this.db, school.id, {
      season,
      scope: { personId: whole ? null : person.id, viewId: viewId ?? null },
      now,
      milestones: listSeasonDays(policy, season, today),
      madeBy: person.id,
      correction,
      audit: (editionId) =>
        auditLine(request, 'report.frozen', now, { subject: `report ${editionId}`, reason: correction, after: { season } }),
    });
    if (frozen.outcome === 'unpublished')
      throw new ProblemError(409, 'No run of this season was published yet, so there is nothing to report. Start a run first.');
    if (frozen.outcome === 'missing') throw notFound('report');
    return toEdition(frozen.edition);
  }

  @Post(':id/download')
  @HttpCode(200)
  @Needs('edition.view')
  @AnswersMedia(
    ['application/pdf', 'text/csv'],
    'A weekly report as a tagged PDF, or its numbers and lists as CSV; the audit keeps who took it and what for.',
  )
  async download(
    @PathId() id: number,
    @Body({ schema: reportDownloadSchema }) { format, reason }: ReportDownload,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
    @Res() response: Response,
  ): Promise<void> {
    const { row, document: shown, names } = await this.edition(id, session, access);
    // A file goes from hand to hand: what is restricted stays on the page.
    const document = withoutWellbeing(shown);
    // Noted before anything is sent: what cannot be noted is not given away.
    const told = { subject: `report ${id}`, reason, after: { format } };
    await appendAudit(this.db, session.school.id, auditLine(request, 'report.downloaded', this.now(), told));
    const name = `weekly-report-${document.season}-${document.period}${row.no > 1 ? `-${row.no}` : ''}.${format}`;
    response.status(200).setHeader('Content-Disposition', `attachment; filename="${name}"`);
    if (format === 'csv') {
      response.type('text/csv; charset=utf-8').send(renderCsv(document, names));
      return;
    }
    const { content } = await reportPdf(document, names, { madeAt: new Date(row.madeAt), correction: row.reason });
    response.type('application/pdf').send(content);
  }

  private async edition(id: number, session: StandingSession, access: Access) {
    const edition = await findEdition(this.db, session.school.id, id, editionReader(session, access));
    if (!edition) throw notFound('report');
    return { row: toEdition(edition), ...(await readShownReport(this.db, session.school.id, edition, access.view)) };
  }
}
