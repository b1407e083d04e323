import {
  type ApplicantAccess,
  type ApplicantDetail,
  type ApplicantFacets,
  type ApplicantListQuery,
  applicantAccessSchema,
  applicantDetailSchema,
  applicantFacetsQuery,
  applicantFacetsSchema,
  applicantListQuery,
  type HistoryEntry,
  historyEntrySchema,
  type ListedApplicant,
  listedApplicantSchema,
  type RecordWrite,
  recordWriteSchema,
} from '@matchwatch/contracts';
import { type AuditEvent, dayIn } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import {
  appendAudit,
  appendLook,
  countFacets,
  countOpenChallenges,
  type Database,
  findApplicantFile,
  listApplicants,
  listChallengesOf,
  listLinkedPeople,
  listLookers,
  listRecordVersions,
  type StandingSession,
} from '@matchwatch/store';
import { Body, Controller, Get, Headers, Inject, Put, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { lookEvents, toLooked, whoMaySee } from '../access/applicant-access.js';
import { auditLine } from '../audit/audit-line.js';
import { toChallenge } from '../challenges/challenge-answer.js';
import { challengeViewOf } from '../challenges/challenge-view.js';
import { Answers } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import { versionOf, versionTag } from '../http/if-match.js';
import { PathId } from '../http/path-id.js';
import { notFound } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs, NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE, DOORBELL } from '../tokens.js';
import { demandGroup } from '../views/demand-group.js';
import { toDetail, toHistory } from './applicant-detail.js';
import { saveAndReassess } from './save-record.js';

/** A page that is open asks again; that is one look. */
const oneLookMinutes = 10;
const mostLookers = 50;
const etagDoc = { ETag: 'The version, to be sent back in If-Match.' };

@ApiTags('Applicants')
@Controller('api/v1/applicants')
export class ApplicantsController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('applicant.find')
  @Answers(z.array(listedApplicantSchema), { summary: 'A page of applicants.', headers: contentRangeDoc })
  async list(
    @Query({ schema: applicantListQuery }) { filter, sort, range }: ApplicantListQuery,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ListedApplicant[]> {
    await demandGroup(this.db, session, filter);
    const page = await listApplicants(this.db, session.school.id, access.view, filter, { sort, range }, this.today(session));
    if (filter.q) {
      const told = { after: { filter, found: page.total } };
      await appendAudit(this.db, session.school.id, auditLine(request, 'applicant.searched', this.now(), told));
    }
    const ids = page.rows.map(({ id }) => id);
    const contested = await countOpenChallenges(this.db, session.school.id, challengeViewOf(session, access), ids);
    const rows = page.rows.map((row) => ({ ...row, contested: contested.get(row.id) ?? 0 }));
    return sendPage(response, 'applicants', range, { rows, total: page.total });
  }

  @Get('facets')
  @Needs('applicant.find')
  @Answers(applicantFacetsSchema, { summary: 'How many applicants each value of each filter would show.' })
  async facets(
    @Query({ schema: applicantFacetsQuery }) { filter }: Pick<ApplicantListQuery, 'filter'>,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() { view }: Access,
  ): Promise<ApplicantFacets> {
    await demandGroup(this.db, session, filter);
    return countFacets(this.db, session.school.id, view, filter);
  }

  @Get(':id')
  @NeedsOfApplicant('applicant.view')
  @Answers(applicantDetailSchema, { summary: 'One applicant with everything the page shows.', headers: etagDoc })
  async read(
    @PathId() id: number,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ApplicantDetail> {
    await this.noteLook(request, session, 'applicant.viewed', id);
    return this.detail(session, access, id, response);
  }

  @Put(':id/record')
  @NeedsOfApplicant('record.edit')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version the change is based on, as it was given in ETag.' })
  @Answers(applicantDetailSchema, { summary: 'Replace the record; a reassessment follows.', headers: etagDoc })
  async write(
    @PathId() id: number,
    @Body({ schema: recordWriteSchema }) write: RecordWrite,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ApplicantDetail> {
    await saveAndReassess(
      { db: this.db, doorbell: this.doorbell, request, session, access, now: this.now() },
      id,
      versionOf(ifMatch),
      write,
    );
    return this.detail(session, access, id, response);
  }

  @Get(':id/history')
  @NeedsOfApplicant('record.view')
  @Answers(z.array(historyEntrySchema), { summary: 'Every version of the record, newest first, with what it changed.' })
  async history(
    @PathId() id: number,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<HistoryEntry[]> {
    const versions = await listRecordVersions(this.db, session.school.id, id);
    if (versions.length === 0) throw notFound('applicant');
    await this.noteLook(request, session, 'history.viewed', id);
    return toHistory(versions);
  }

  @Get(':id/access')
  @NeedsOfApplicant('access.view')
  @Answers(applicantAccessSchema, { summary: 'Who may see this applicant and why, and who looked.' })
  async access(
    @PathId() id: number,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() { place }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<ApplicantAccess> {
    if (!place) throw notFound('applicant');
    const schoolId = session.school.id;
    await this.noteLook(request, session, 'access.viewed', id);
    const people = await listLinkedPeople(this.db, schoolId, this.today(session), this.now());
    return {
      people: whoMaySee(people, place),
      looked: toLooked(await listLookers(this.db, schoolId, id, lookEvents, mostLookers)),
    };
  }

  private async detail(session: StandingSession, { view, actions }: Access, id: number, response: Response): Promise<ApplicantDetail> {
    const file = await findApplicantFile(this.db, session.school.id, view, id, this.today(session));
    if (!file) throw notFound('applicant');
    response.setHeader('ETag', versionTag(file.standing.version));
    const challenges = await listChallengesOf(this.db, session.school.id, [id]);
    const today = this.today(session);
    return toDetail(
      file,
      actions,
      challenges.map((row) => toChallenge(row, today)),
      today,
    );
  }

  /** Noted before anything is shown: what cannot be noted is not shown. */
  private async noteLook(request: IdentifiedRequest, { school, person }: StandingSession, event: AuditEvent, applicantId: number) {
    await appendLook(this.db, school.id, auditLine(request, event, this.now(), { applicantId }), oneLookMinutes);
    request.log.info({ event, personId: person.id, applicantId }, 'viewed');
  }

  private today({ school }: StandingSession) {
    return dayIn(school.timeZone, this.now());
  }
}
