import { applicantExportSchema, auditExportSchema, exportColumns, mostExportRows } from '@matchwatch/contracts';
import { dayIn, mayEver } from '@matchwatch/domain';
import { appendAudit, countAudit, type Database, findAuditHead, listApplicantIds, type StandingSession } from '@matchwatch/store';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { AnswersMedia } from '../http/answers.decorator.js';
import { ProblemError, refusedFields } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { demandGroup } from '../views/demand-group.js';
import { applicantLines } from './applicant-lines.js';
import { auditLines } from './audit-lines.js';
import { sendCsv } from './send-csv.js';

@ApiTags('Exports')
@Controller('api/v1')
export class ExportsController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Post('applicants/export')
  @HttpCode(200)
  @Needs('export.make')
  @AnswersMedia('text/csv', 'The applicants of a filter as CSV, in the columns asked for; the reason is kept in the audit.')
  async applicants(
    @Body({ schema: applicantExportSchema }) { filter, sort, columns, reason, bom }: z.output<typeof applicantExportSchema>,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
    @Res() response: Response,
  ): Promise<void> {
    const { school, person } = session;
    const closed = columns.flatMap((column, at) =>
      mayEver(person.role, exportColumns[column]) ? [] : [{ path: `columns.${at}`, reason: 'is not open to your role' }],
    );
    if (closed.length > 0) throw refusedFields(closed);
    await demandGroup(this.db, session, filter);
    const ids = await listApplicantIds(this.db, school.id, access.view, filter, sort, mostExportRows + 1);
    refuseMany(ids.length);
    // Noted before anything is sent: what cannot be noted is not given away.
    const told = { reason, after: { filter, columns, rows: ids.length } };
    await appendAudit(this.db, school.id, auditLine(request, 'export.made', this.now(), told));
    const today = dayIn(school.timeZone, this.now());
    await sendCsv(response, `applicants-${today}.csv`, applicantLines(this.db, session, access, ids, columns, today), { bom });
  }

  @Post('audit/export')
  @HttpCode(200)
  @Needs('audit.export')
  @AnswersMedia('text/csv', 'The lines of the audit that fit a filter as CSV, the oldest first; the reason is kept in the audit.')
  async audit(
    @Body({ schema: auditExportSchema }) { filter, reason, bom }: z.output<typeof auditExportSchema>,
    @CurrentSession() { school }: StandingSession,
    @Req() request: IdentifiedRequest,
    @Res() response: Response,
  ): Promise<void> {
    const criteria = { ...filter, timeZone: school.timeZone };
    const { seq } = await findAuditHead(this.db, school.id);
    const rows = await countAudit(this.db, school.id, criteria);
    refuseMany(rows);
    await appendAudit(this.db, school.id, auditLine(request, 'audit.exported', this.now(), { reason, after: { filter, rows } }));
    const today = dayIn(school.timeZone, this.now());
    await sendCsv(response, `audit-${today}.csv`, auditLines(this.db, school.id, criteria, seq), { bom });
  }
}

function refuseMany(rows: number): void {
  if (rows <= mostExportRows) return;
  const most = mostExportRows.toLocaleString('en-US');
  throw new ProblemError(422, `More than ${most} rows fit, and an export holds ${most} at most. Narrow the filter and export in parts.`);
}
