import {
  type AdvisorAssign,
  type AdvisorAssigned,
  type AdvisorSpan,
  advisorAssignedSchema,
  advisorAssignSchema,
  advisorSpanSchema,
  type Caseload,
  caseloadQuery,
  caseloadSchema,
  caseloadTargetSchema,
} from '@matchwatch/contracts';
import { dayIn } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import {
  appendAudit,
  type Database,
  findPerson,
  listAdvisorSpans,
  listSeasonsInView,
  type StandingSession,
  saveCaseloadTarget,
} from '@matchwatch/store';
import { Body, Controller, Get, Inject, Post, Put, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { currentSeason } from '../home/current-season.js';
import { Answers, AnswersNothing } from '../http/answers.decorator.js';
import { PathId } from '../http/path-id.js';
import { notFound } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { readSchoolPolicy } from '../policy/school-policy.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs, NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE, DOORBELL } from '../tokens.js';
import { assignAdvisor } from './assign-advisor.js';
import { readCaseload } from './read-caseload.js';

@ApiTags('Caseload')
@Controller('api/v1')
export class CaseloadController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get('caseload')
  @Needs('risk.view')
  @Answers(caseloadSchema, {
    summary: 'Who accompanies whom in a season, against what is meant, and the meetings that the levels ask for.',
  })
  async read(
    @Query({ schema: caseloadQuery }) { season: asked }: z.output<typeof caseloadQuery>,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { view }: Access,
  ): Promise<Caseload> {
    const today = dayIn(school.timeZone, this.now());
    const { policy } = await readSchoolPolicy(this.db, school.id, today);
    const seasons = asked === undefined ? await listSeasonsInView(this.db, school.id, view) : [];
    const season =
      asked ??
      currentSeason(
        seasons.map((each) => each.season),
        today,
      ) ??
      Number(today.slice(0, 4));
    return readCaseload(this.db, school.id, view, policy, season, today);
  }

  @Post('caseload/assign')
  @Needs('advisor.assign')
  @Answers(advisorAssignedSchema, {
    summary: 'Give an advisor to applicants that are named, or to all that a filter finds; with what became of each.',
  })
  assign(
    @Body({ schema: advisorAssignSchema }) order: AdvisorAssign,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<AdvisorAssigned> {
    return assignAdvisor({ db: this.db, doorbell: this.doorbell, request, session, access, now: this.now() }, order);
  }

  @Get('applicants/:id/advisors')
  @NeedsOfApplicant('record.view')
  @Answers(z.array(advisorSpanSchema), { summary: 'Who advised an applicant and when, the newest first.' })
  advisors(@PathId() id: number, @CurrentSession() { school }: StandingSession): Promise<AdvisorSpan[]> {
    return listAdvisorSpans(this.db, school.id, id);
  }

  @Put('people/:id/caseload-target')
  @Needs('people.manage')
  @AnswersNothing('Say how many applicants somebody is meant to accompany.')
  async target(
    @PathId() id: number,
    @Body({ schema: caseloadTargetSchema }) { target }: z.output<typeof caseloadTargetSchema>,
    @CurrentSession() { school }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<void> {
    await this.db.transaction(async (transaction) => {
      if (!(await findPerson(transaction, school.id, id))) throw notFound('person');
      await saveCaseloadTarget(transaction, school.id, id, target);
      const told = { subject: `person ${id}`, after: { target } };
      await appendAudit(transaction, school.id, auditLine(request, 'caseload.changed', this.now(), told));
    });
  }
}
