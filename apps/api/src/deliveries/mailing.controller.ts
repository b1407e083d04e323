import type { Config } from '@matchwatch/config';
import {
  type MailReleased,
  mailNamesSchema,
  mailReleasedSchema,
  mailReleaseSchema,
  type ReportMailing,
  type ReportSent,
  reportMailingSchema,
  reportPauseSchema,
  reportSendSchema,
  reportSentSchema,
} from '@matchwatch/contracts';
import { dayIn, type MailedReport, mailedReports, mondayOf } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import {
  appendAudit,
  type Database,
  findMailHold,
  findMailNames,
  listDeliveries,
  listDeliveryTallies,
  listReportPauses,
  listSeasons,
  listSubscribers,
  openWeeklyDeliveries,
  type Pool,
  pauseReport,
  releaseMail,
  resumeReport,
  type StandingSession,
  saveMailNames,
} from '@matchwatch/store';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers, AnswersNothing } from '../http/answers.decorator.js';
import { notFound, ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, CONFIG, DATABASE, DOORBELL } from '../tokens.js';
import { toHold, toSubscriber, toTally } from './delivery-answer.js';
import { readMailTrouble } from './read-mail-trouble.js';

const periodsShown = 12;
/** A report that somebody sends by hand should be out within this. */
const byHandWithinMs = 3_600_000;
const reportInPath = z.enum(mailedReports);

@ApiTags('Deliveries')
@Controller('api/v1/mailing')
export class MailingController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('report.send')
  @Answers(reportMailingSchema, { summary: 'How reports are mailed: to whom, whether any is held back, and how it went.' })
  async read(@CurrentSession() { school }: StandingSession): Promise<ReportMailing> {
    const pauses = await listReportPauses(this.db, school.id);
    const held = await findMailHold(this.db, school.id);
    return {
      server: this.config.smtpUrl !== undefined,
      sender: this.config.mailFrom,
      names: await findMailNames(this.db, school.id),
      held: held ? toHold(held) : null,
      pauses: pauses.map(({ at, ...pause }) => ({ ...pause, at: at.toISOString() })),
      trouble: await readMailTrouble(this.db, school.id, this.now()),
      periods: (await listDeliveryTallies(this.db, school.id, null, periodsShown)).map(toTally),
      subscribers: (await listSubscribers(this.db, school.id)).map(toSubscriber),
    };
  }

  @Put('names')
  @Needs('report.name')
  @Answers(mailNamesSchema, { summary: 'Say whether mail may name applicants, or only count them.' })
  async changeNames(
    @Body({ schema: mailNamesSchema }) { names }: z.output<typeof mailNamesSchema>,
    @CurrentSession() { school }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<{ names: boolean }> {
    await this.db.transaction(async (transaction) => {
      const before = { names: await findMailNames(transaction, school.id) };
      await saveMailNames(transaction, school.id, names);
      await appendAudit(transaction, school.id, auditLine(request, 'report.named', this.now(), { before, after: { names } }));
    });
    return { names };
  }

  @Post(':report/pause')
  @HttpCode(204)
  @Needs('report.send')
  @AnswersNothing('Hold back the mail of a report: what is due meanwhile is skipped.')
  pause(
    @Param('report', { schema: reportInPath }) report: MailedReport,
    @Body({ schema: reportPauseSchema }) { reason }: z.output<typeof reportPauseSchema>,
    @CurrentSession() { school, person }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<void> {
    const at = this.now();
    return this.db.transaction(async (transaction) => {
      if (!(await pauseReport(transaction, school.id, report, { by: person.id, at, reason })))
        throw new ProblemError(409, 'The mail of this report is held back already.');
      await appendAudit(transaction, school.id, auditLine(request, 'report.paused', at, { subject: report, reason }));
    });
  }

  @Post(':report/resume')
  @HttpCode(204)
  @Needs('report.send')
  @AnswersNothing('Let the mail of a report go on with what is due from now on.')
  resume(
    @Param('report', { schema: reportInPath }) report: MailedReport,
    @CurrentSession() { school }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<void> {
    return this.db.transaction(async (transaction) => {
      if (!(await resumeReport(transaction, school.id, report))) throw new ProblemError(409, 'The mail of this report is not held back.');
      await appendAudit(transaction, school.id, auditLine(request, 'report.resumed', this.now(), { subject: report }));
    });
  }

  @Post('release')
  @HttpCode(200)
  @Needs('report.send')
  @Answers(mailReleasedSchema, { summary: 'Let the mail of a restored school go on: what waits is sent, or left out for good.' })
  async release(
    @Body({ schema: mailReleaseSchema }) { waiting }: z.output<typeof mailReleaseSchema>,
    @CurrentSession() { school }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<MailReleased> {
    const waited = await this.db.transaction(async (transaction) => {
      const ids = await releaseMail(transaction, school.id, waiting);
      if (!ids) throw new ProblemError(409, 'The mail of this school is not held.');
      const told = { after: { waiting, mails: ids.length } };
      await appendAudit(transaction, school.id, auditLine(request, 'report.released', this.now(), told));
      return ids;
    });
    if (waiting === 'send')
      await this.doorbell.ringAll(
        'delivery.send',
        waited.map((deliveryId) => ({ schoolId: school.id, deliveryId })),
      );
    return { waited: waited.length };
  }

  @Post('weekly/send')
  @HttpCode(200)
  @Needs('report.send')
  @Answers(reportSentSchema, { summary: 'Send this week’s report of a season to all who get it and have not been written down for it.' })
  async send(
    @Body({ schema: reportSendSchema }) { season }: z.output<typeof reportSendSchema>,
    @CurrentSession() { school }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<ReportSent> {
    const at = this.now();
    const period = mondayOf(dayIn(school.timeZone, at));
    if (!(await listSeasons(this.db, school.id)).some((each) => each.season === season)) throw notFound('season');
    const { opened, standing } = await this.db.transaction(async (transaction) => {
      const standing = await this.countOf(transaction, school.id, season, period);
      const promisedAt = new Date(at.getTime() + byHandWithinMs);
      const opened = await openWeeklyDeliveries(transaction, school.id, { season, period, promisedAt });
      const told = { subject: `weekly ${season} ${period}`, after: { recipients: opened.length } };
      await appendAudit(transaction, school.id, auditLine(request, 'report.sent', at, told));
      return { opened, standing };
    });
    const jobs = opened.map((deliveryId) => ({ schoolId: school.id, deliveryId }));
    await this.doorbell.ringAll('delivery.send', jobs, { urgent: true });
    return { period, opened: opened.length, standing };
  }

  private async countOf(db: Database, schoolId: string, season: number, period: ReportSent['period']): Promise<number> {
    return (await listDeliveries(db, schoolId, { report: 'weekly', season, period }, [0, 0])).total;
  }
}
