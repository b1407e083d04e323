import { listAuditSchema } from '@matchwatch/contracts';
import { dayIn, type ListAudit } from '@matchwatch/domain';
import { auditList } from '@matchwatch/risk-rules';
import { type Database, findProgramsOfList, findRecord, type StandingSession } from '@matchwatch/store';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.decorator.js';
import { PathId } from '../http/path-id.js';
import { notFound } from '../http/problem.js';
import { readSchoolPolicy } from '../policy/school-policy.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';

@ApiTags('Programs')
@Controller('api/v1/applicants/:id/list-audit')
export class ListAuditController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @NeedsOfApplicant('risk.view')
  @Answers(listAuditSchema, {
    summary: 'An applicant’s list held against the table of programs: what each says against or for the applicant, with source and day.',
  })
  async read(@PathId() id: number, @CurrentSession() { school }: StandingSession): Promise<ListAudit> {
    const today = dayIn(school.timeZone, this.now());
    const [standing, { policy }] = await Promise.all([findRecord(this.db, school.id, id), readSchoolPolicy(this.db, school.id, today)]);
    if (!standing) throw notFound('applicant');
    const { record } = standing;
    const programs = await findProgramsOfList(this.db, school.id, record.programs ?? []);
    return auditList(record, programs, policy, today);
  }
}
