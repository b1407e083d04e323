import { type AuditLine, auditLineSchema, auditListQuery } from '@matchwatch/contracts';
import { type AuditRow, type Database, listAudit, type StandingSession } from '@matchwatch/store';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Answers } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { DATABASE } from '../tokens.js';

@ApiTags('People')
@Controller('api/v1/audit')
export class AuditController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @Get()
  @Needs('audit.view')
  @Answers(z.array(auditLineSchema), { summary: 'A page of the audit, the newest first.', headers: contentRangeDoc })
  async list(
    @Query({ schema: auditListQuery }) { filter, sort: [, direction], range }: z.output<typeof auditListQuery>,
    @CurrentSession() { school }: StandingSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AuditLine[]> {
    const criteria = { ...filter, timeZone: school.timeZone };
    const { rows, total } = await listAudit(this.db, school.id, criteria, range, direction === 'ASC');
    return sendPage(response, 'audit', range, { rows: rows.map(toLine), total });
  }
}

const toLine = ({ id, line, person, applicant, hash }: AuditRow): AuditLine => ({
  id,
  at: line.at,
  event: line.event,
  personId: line.personId ?? null,
  person,
  role: line.role ?? null,
  applicantId: line.applicantId ?? null,
  applicant,
  subject: line.subject ?? null,
  because: line.because ?? null,
  reason: line.reason ?? null,
  before: (line.before as AuditLine['before']) ?? null,
  after: (line.after as AuditLine['after']) ?? null,
  requestId: line.requestId ?? null,
  hash,
});
