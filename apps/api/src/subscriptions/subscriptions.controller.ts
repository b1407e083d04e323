import { type Subscription, type SubscriptionWrite, subscriptionSchema, subscriptionWriteSchema } from '@matchwatch/contracts';
import { type MailedReport, mailedReports } from '@matchwatch/domain';
import { appendAudit, findCohortView, listSubscriptionsOf, type Pool, type StandingSession, saveSubscription } from '@matchwatch/store';
import { Body, Controller, Get, Inject, Param, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { toSubscription } from '../deliveries/delivery-answer.js';
import { Answers } from '../http/answers.decorator.js';
import { notFound, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';

const reportInPath = z.enum(mailedReports);

@ApiTags('Account')
@Controller('api/v1/account/subscriptions')
@Needs('session.use')
export class SubscriptionsController {
  constructor(
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Answers(z.array(subscriptionSchema), { summary: 'What one gets by mail, of the reports that one’s role may get.' })
  list(@CurrentSession() session: StandingSession): Promise<Subscription[]> {
    return this.own(session);
  }

  @Put(':report')
  @Answers(z.array(subscriptionSchema), { summary: 'Change what one gets of a report.' })
  async change(
    @Param('report', { schema: reportInPath }) report: MailedReport,
    @Body({ schema: subscriptionWriteSchema }) wanted: SubscriptionWrite,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<Subscription[]> {
    const { school, person } = session;
    const before = (await this.own(session)).find((each) => each.report === report);
    if (!before) throw notFound('report');
    if (wanted.viewId !== null && report === 'digest') throw refusedField('viewId', 'is not for a digest, which is about your own people');
    if (wanted.viewId !== null && !(await findCohortView(this.db, school.id, person, wanted.viewId)))
      throw refusedField('viewId', 'is no view of yours or shared with you');
    const at = this.now();
    await this.db.transaction(async (transaction) => {
      await saveSubscription(transaction, school.id, person.id, report, wanted, at);
      const told = {
        subject: report,
        before: { mail: before.mail, skipEmpty: before.skipEmpty, viewId: before.view?.id ?? null },
        after: wanted,
      };
      await appendAudit(transaction, school.id, auditLine(request, 'subscription.changed', at, told));
    });
    return this.own(session);
  }

  private async own({ school, person }: StandingSession): Promise<Subscription[]> {
    return (await listSubscriptionsOf(this.db, school.id, person.id)).map(toSubscription);
  }
}
