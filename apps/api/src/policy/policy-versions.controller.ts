import {
  type PolicyDraft,
  type PolicyDraftWrite,
  type PolicyVersion,
  type PolicyVersionDetail,
  type PolicyVersionFilter,
  policyActionReasonSchema,
  policyDraftSchema,
  policyDraftWriteSchema,
  policyVersionDetailSchema,
  policyVersionListQuery,
  policyVersionSchema,
  policyWithdrawalSchema,
  type Shadow,
  shadowQuery,
  shadowSchema,
} from '@matchwatch/contracts';
import { dayIn } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import { type Database, type ListWindow, listPolicyVersions, type PolicyVersionSort, type StandingSession } from '@matchwatch/store';
import { Body, Controller, Get, Headers, Inject, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Answers } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import { versionOf, versionTag } from '../http/if-match.js';
import { PathId } from '../http/path-id.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE, DOORBELL } from '../tokens.js';
import { discardVersion, publishVersion, withdrawVersion } from './change-in-force.js';
import { readShadow } from './read-shadow.js';
import { readVersionDetail } from './read-version.js';
import { type Acting, tryDraft } from './try-draft.js';
import { toVersion } from './version-answer.js';
import { beginDraft, writeDraft } from './write-draft.js';

const etagDoc = { ETag: 'The revision, to be sent back in If-Match.' };
const ifMatchDoc = { name: 'If-Match', required: true, description: 'The revision that was looked at, as it was given in ETag.' };

@ApiTags('Policy')
@Controller('api/v1/policy-versions')
export class PolicyVersionsController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('policy.view')
  @Answers(z.array(policyVersionSchema), { summary: 'A page of the school’s policy versions.', headers: contentRangeDoc })
  async list(
    @Query({ schema: policyVersionListQuery }) { filter, sort, range }: ListWindow<PolicyVersionSort> & { filter: PolicyVersionFilter },
    @CurrentSession() { school }: StandingSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PolicyVersion[]> {
    const today = dayIn(school.timeZone, this.now());
    const { rows, total } = await listPolicyVersions(this.db, school.id, today, filter, { sort, range });
    return sendPage(response, 'policy-versions', range, { rows: rows.map(toVersion), total });
  }

  @Get(':id')
  @Needs('policy.view')
  @Answers(policyVersionDetailSchema, {
    summary: 'One version with what it changes, what lint says, its history and what may be done to it.',
    headers: etagDoc,
  })
  read(
    @PathId() id: number,
    @CurrentSession() session: StandingSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PolicyVersionDetail> {
    return this.detail(session, id, response);
  }

  @Post()
  @Needs('policy.draft')
  @Answers(policyVersionDetailSchema, { status: 201, summary: 'Begin a draft on the version in force on its day.', headers: etagDoc })
  async begin(
    @Body({ schema: policyDraftSchema }) draft: PolicyDraft,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PolicyVersionDetail> {
    const id = await beginDraft({ db: this.db, session, request, now: this.now() }, draft);
    return this.detail(session, id, response);
  }

  @Put(':id')
  @Needs('policy.draft')
  @ApiHeader(ifMatchDoc)
  @Answers(policyVersionDetailSchema, { summary: 'Replace what a draft says.', headers: etagDoc })
  async write(
    @PathId() id: number,
    @Body({ schema: policyDraftWriteSchema }) draft: PolicyDraftWrite,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PolicyVersionDetail> {
    await writeDraft({ db: this.db, session, request, now: this.now() }, id, versionOf(ifMatch), draft);
    return this.detail(session, id, response);
  }

  @Get(':id/shadow')
  @Needs('policy.draft')
  @Answers(shadowSchema, {
    summary: 'What the last trial of a draft showed: who would be flagged, cleared, up or down, by name and in numbers.',
  })
  shadow(
    @PathId() id: number,
    @Query({ schema: shadowQuery }) asked: z.output<typeof shadowQuery>,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
  ): Promise<Shadow> {
    return this.readShadow(session, access, id, asked);
  }

  @Post(':id/shadow')
  @Needs('policy.draft')
  @Answers(shadowSchema, {
    status: 202,
    summary: 'Try a draft on every season that is not over, by runs that are never published; asking again while they move gives the same.',
  })
  async try(
    @PathId() id: number,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Shadow> {
    await tryDraft(this.acting(session, request), id);
    return this.readShadow(session, access, id, {});
  }

  @Post(':id/publish')
  @Needs('policy.approve')
  @ApiHeader(ifMatchDoc)
  @Answers(policyVersionDetailSchema, {
    summary: 'Put a tried draft in force from its day on; by somebody who did not write it.',
    headers: etagDoc,
  })
  async publish(
    @PathId() id: number,
    @Body({ schema: policyActionReasonSchema }) { reason }: z.output<typeof policyActionReasonSchema>,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PolicyVersionDetail> {
    await publishVersion(this.acting(session, request), id, versionOf(ifMatch), reason);
    return this.detail(session, id, response);
  }

  @Post(':id/discard')
  @Needs('policy.draft')
  @Answers(policyVersionDetailSchema, { summary: 'End a draft.', headers: etagDoc })
  async discard(
    @PathId() id: number,
    @Body({ schema: policyActionReasonSchema }) { reason }: z.output<typeof policyActionReasonSchema>,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PolicyVersionDetail> {
    await discardVersion(this.acting(session, request), id, reason);
    return this.detail(session, id, response);
  }

  @Post(':id/withdraw')
  @Needs('policy.approve')
  @Answers(policyVersionDetailSchema, { summary: 'Take back what was published: the version before is in force again.', headers: etagDoc })
  async withdraw(
    @PathId() id: number,
    @Body({ schema: policyWithdrawalSchema }) { reason }: z.output<typeof policyWithdrawalSchema>,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PolicyVersionDetail> {
    await withdrawVersion(this.acting(session, request), id, reason);
    return this.detail(session, id, response);
  }

  private async detail(session: StandingSession, id: number, response: Response): Promise<PolicyVersionDetail> {
    const detail = await this.db.transaction('REPEATABLE READ', (snapshot) => readVersionDetail(snapshot, session, id, this.now()));
    response.setHeader('ETag', versionTag(detail.revision));
    return detail;
  }

  private readShadow({ school }: StandingSession, { view }: Access, id: number, asked: z.output<typeof shadowQuery>): Promise<Shadow> {
    return this.db.transaction('REPEATABLE READ', (snapshot) => readShadow(snapshot, school, view, id, this.now(), asked));
  }

  private acting(session: StandingSession, request: IdentifiedRequest): Acting {
    return { db: this.db, doorbell: this.doorbell, request, session, now: this.now() };
  }
}
