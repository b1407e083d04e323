import {
  type EmergencyAccess,
  emergencyAccessSchema,
  type GlassBreak,
  type GlassBroken,
  glassBreakSchema,
  glassBrokenSchema,
} from '@matchwatch/contracts';
import type { Role } from '@matchwatch/domain';
import {
  appendAudit,
  findPlaceByExternalId,
  listEmergencyAccess,
  openEmergencyAccess,
  type Pool,
  type StandingSession,
} from '@matchwatch/store';
import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers } from '../http/answers.decorator.js';
import { notFound } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';

/** How long the glass stays broken. */
const emergencyMinutes = 60;

@ApiTags('People')
@Controller('api/v1/emergency-access')
export class EmergencyAccessController {
  constructor(
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('glass.view')
  @Answers(z.array(emergencyAccessSchema), { summary: 'Who took emergency access to whom and why, the newest first; at most a hundred.' })
  async list(@CurrentSession() { school }: StandingSession): Promise<EmergencyAccess[]> {
    const rows = await listEmergencyAccess(this.db, school.id);
    return rows.map(({ role, openedAt, untilAt, ...row }) => ({
      ...row,
      role: role as Role,
      openedAt: openedAt.toISOString(),
      untilAt: untilAt.toISOString(),
    }));
  }

  @Post()
  @Needs('glass.break')
  @Answers(glassBrokenSchema, { status: 201, summary: 'Open one applicant for an hour, with a reason; the dean is shown it.' })
  async open(
    @Body({ schema: glassBreakSchema }) { externalId, reason }: GlassBreak,
    @CurrentSession() { school, person }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<GlassBroken> {
    const place = await findPlaceByExternalId(this.db, school.id, externalId);
    if (!place) throw notFound('applicant');
    const { applicantId } = place;
    const now = this.now();
    const { id, untilAt } = await this.db.transaction(async (transaction) => {
      const opened = await openEmergencyAccess(transaction, school.id, { personId: person.id, applicantId, reason }, now, emergencyMinutes);
      const told = { applicantId, reason, after: { until: opened.untilAt.toISOString() } };
      await appendAudit(transaction, school.id, auditLine(request, 'glass.broken', now, told));
      return opened;
    });
    return { id, applicantId, untilAt: untilAt.toISOString() };
  }
}
