import { type PersonRelation, type RelationGive, relationGiveSchema, relationSchema, runActionSchema } from '@matchwatch/contracts';
import { dayIn, type RelationTarget } from '@matchwatch/domain';
import {
  appendAudit,
  type Database,
  endRelation,
  findPerson,
  findPlaceByExternalId,
  giveRelation,
  listRelations,
  type Pool,
  type StandingSession,
} from '@matchwatch/store';
import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers, AnswersNothing } from '../http/answers.decorator.js';
import { PathId } from '../http/path-id.js';
import { notFound, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { toRelation } from './person-answer.js';

@ApiTags('People')
@Controller('api/v1/relations')
export class RelationsController {
  constructor(
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('people.view')
  @Answers(z.array(relationSchema), {
    summary: 'Every relation that was given and not ended, the newest first. Whom a record names as advisor needs none.',
  })
  async list(@CurrentSession() { school }: StandingSession): Promise<PersonRelation[]> {
    return (await listRelations(this.db, school.id)).map(toRelation);
  }

  @Post()
  @Needs('relation.manage')
  @Answers(relationSchema, { status: 201, summary: 'Give a person a relation to an applicant, an advisor’s caseload or a season.' })
  async give(
    @Body({ schema: relationGiveSchema }) { target, ...given }: RelationGive,
    @CurrentSession() { school, person }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<PersonRelation> {
    const now = this.now();
    if (!(await findPerson(this.db, school.id, given.personId))) throw refusedField('personId', 'is nobody of this school');
    const fromOn = given.fromOn ?? dayIn(school.timeZone, now);
    if (given.untilOn !== undefined && given.untilOn < fromOn) throw refusedField('untilOn', 'must not be before the first day');
    const about = await this.targetOf(school.id, target);
    const id = await this.db.transaction(async (transaction) => {
      const id = await giveRelation(transaction, school.id, { ...given, fromOn, target: about }, person.id, now);
      const told = {
        subject: `person ${given.personId}`,
        reason: given.reason,
        after: { relation: given.relation, target: about, fromOn, untilOn: given.untilOn ?? null },
        ...(about.kind === 'applicant' && { applicantId: about.applicantId }),
      };
      await appendAudit(transaction, school.id, auditLine(request, 'relation.given', now, told));
      return id;
    });
    const relation = (await listRelations(this.db, school.id, given.personId)).find((each) => each.id === id);
    if (!relation) throw new Error(`Relation ${id} was given and is not there`);
    return toRelation(relation);
  }

  @Post(':id/end')
  @Needs('relation.manage')
  @AnswersNothing('End a relation now.')
  async end(
    @PathId() id: number,
    @Body({ schema: runActionSchema }) { reason }: z.output<typeof runActionSchema>,
    @CurrentSession() { school }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<void> {
    const now = this.now();
    await this.db.transaction(async (transaction) => {
      const ended = await endRelation(transaction, school.id, id, now);
      if (!ended) throw notFound('relation');
      const told = {
        subject: `person ${ended.personId}`,
        reason,
        before: { relation: ended.relation },
        ...(ended.applicantId !== null && { applicantId: ended.applicantId }),
      };
      await appendAudit(transaction, school.id, auditLine(request, 'relation.ended', now, told));
    });
  }

  private async targetOf(schoolId: string, target: RelationGive['target'], db: Database = this.db): Promise<RelationTarget> {
    if (target.kind === 'season') return target;
    if (target.kind === 'caseload') return { kind: 'caseload', advisor: target.advisor.toLowerCase() };
    const place = await findPlaceByExternalId(db, schoolId, target.externalId);
    if (!place) throw refusedField('target.externalId', 'is nobody of this school');
    return { kind: 'applicant', applicantId: place.applicantId };
  }
}
