import {
  type ApplicantDetail,
  type ApplicantFacets,
  type ApplicantListQuery,
  type ApplicantRow,
  applicantDetailSchema,
  applicantFacetsQuery,
  applicantFacetsSchema,
  applicantListQuery,
  applicantRowSchema,
  type HistoryEntry,
  historyEntrySchema,
  type RecordWrite,
  recordWriteSchema,
} from '@matchwatch/contracts';
import { dayIn } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import { countFacets, type Database, findApplicantFile, listApplicants, listRecordVersions, type StandingSession } from '@matchwatch/store';
import { Body, Controller, Get, Headers, Inject, Put, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Answers } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import { versionOf, versionTag } from '../http/if-match.js';
import { PathId } from '../http/path-id.js';
import { notFound } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { CLOCK, type Clock, DATABASE, DOORBELL } from '../tokens.js';
import { toDetail, toHistory } from './applicant-detail.js';
import { saveAndReassess } from './save-record.js';

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
  @Answers(z.array(applicantRowSchema), { summary: 'A page of applicants.', headers: contentRangeDoc })
  async list(
    @Query({ schema: applicantListQuery }) { filter, sort, range }: ApplicantListQuery,
    @CurrentSession() session: StandingSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ApplicantRow[]> {
    const page = await listApplicants(this.db, session.school.id, filter, { sort, range }, this.today(session));
    return sendPage(response, 'applicants', range, page);
  }

  @Get('facets')
  @Answers(applicantFacetsSchema, { summary: 'How many applicants each value of each filter would show.' })
  facets(
    @Query({ schema: applicantFacetsQuery }) { filter }: Pick<ApplicantListQuery, 'filter'>,
    @CurrentSession() session: StandingSession,
  ): Promise<ApplicantFacets> {
    return countFacets(this.db, session.school.id, filter);
  }

  @Get(':id')
  @Answers(applicantDetailSchema, { summary: 'One applicant with everything the page shows.', headers: etagDoc })
  async read(
    @PathId() id: number,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ApplicantDetail> {
    const detail = await this.detail(session, id, response);
    this.logView(request, session, id);
    return detail;
  }

  @Put(':id/record')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version the change is based on, as it was given in ETag.' })
  @Answers(applicantDetailSchema, { summary: 'Replace the record; a reassessment follows.', headers: etagDoc })
  async write(
    @PathId() id: number,
    @Body({ schema: recordWriteSchema }) write: RecordWrite,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() session: StandingSession,
    @Req() { log }: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ApplicantDetail> {
    await saveAndReassess({ db: this.db, doorbell: this.doorbell, log, session, now: this.now() }, id, versionOf(ifMatch), write);
    return this.detail(session, id, response);
  }

  @Get(':id/history')
  @Answers(z.array(historyEntrySchema), { summary: 'Every version of the record, newest first, with what it changed.' })
  async history(
    @PathId() id: number,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<HistoryEntry[]> {
    const versions = await listRecordVersions(this.db, session.school.id, id);
    if (versions.length === 0) throw notFound('applicant');
    this.logView(request, session, id);
    return toHistory(versions);
  }

  private async detail(session: StandingSession, id: number, response: Response): Promise<ApplicantDetail> {
    const file = await findApplicantFile(this.db, session.school.id, id, this.today(session));
    if (!file) throw notFound('applicant');
    response.setHeader('ETag', versionTag(file.standing.version));
    return toDetail(file);
  }

  private logView({ log }: IdentifiedRequest, { person }: StandingSession, applicantId: number): void {
    log.info({ event: 'applicant.viewed', personId: person.id, applicantId }, 'viewed');
  }

  private today({ school }: StandingSession) {
    return dayIn(school.timeZone, this.now());
  }
}
