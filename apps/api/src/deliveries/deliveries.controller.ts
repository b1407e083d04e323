import { type Delivery, type DeliveryDecide, deliveryDecideSchema, deliveryListQuery, deliverySchema } from '@matchwatch/contracts';
import type { Doorbell } from '@matchwatch/queue';
import { appendAudit, decideDelivery, findDelivery, listDeliveries, type Pool, type StandingSession } from '@matchwatch/store';
import { deliveryStateLabel } from '@matchwatch/words';
import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE, DOORBELL } from '../tokens.js';
import { toDelivery } from './delivery-answer.js';

@ApiTags('Deliveries')
@Controller('api/v1/deliveries')
export class DeliveriesController {
  constructor(
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('report.send')
  @Answers(z.array(deliverySchema), {
    summary: 'The ledger of mail: one row per report, period and recipient, the newest period first and in it what asks for a person.',
    headers: contentRangeDoc,
  })
  async list(
    @Query({ schema: deliveryListQuery }) { filter, range }: z.output<typeof deliveryListQuery>,
    @CurrentSession() { school }: StandingSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Delivery[]> {
    const { rows, total } = await listDeliveries(this.db, school.id, filter, range);
    return sendPage(response, 'deliveries', range, { rows: rows.map(toDelivery), total });
  }

  @Post(':id/decide')
  @HttpCode(200)
  @Needs('report.send')
  @Answers(deliverySchema, { summary: 'Say that an uncertain mail arrived, or have one sent again, with a reason.' })
  async decide(
    @PathId() id: number,
    @Body({ schema: deliveryDecideSchema }) { decision, reason }: DeliveryDecide,
    @CurrentSession() { school, person }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<Delivery> {
    const at = this.now();
    await this.db.transaction(async (transaction) => {
      const decided = await decideDelivery(transaction, school.id, id, { decision, reason, by: person.id, at });
      if (decided.outcome === 'missing') throw notFound('delivery');
      if (decided.outcome === 'refused')
        throw new ProblemError(409, `That is not possible: the mail is ${deliveryStateLabel(decided.state).toLowerCase()}.`);
      const told = { subject: `delivery ${id}`, reason, before: { state: decided.from }, after: { decision, state: decided.to } };
      await appendAudit(transaction, school.id, auditLine(request, 'delivery.decided', at, told));
    });
    if (decision === 'again') await this.doorbell.ring('delivery.send', { schoolId: school.id, deliveryId: id }, { urgent: true });
    const row = await findDelivery(this.db, school.id, id);
    if (!row) throw new Error(`Delivery ${id} was decided about and is not there`);
    return toDelivery(row);
  }
}
