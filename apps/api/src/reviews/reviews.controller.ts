import {
  type ApplicantReviews,
  applicantReviewsSchema,
  type ReviewEvent,
  type Reviewer,
  type ReviewWrite,
  reviewEventSchema,
  reviewerSchema,
  reviewWriteSchema,
} from '@matchwatch/contracts';
import { dayIn } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import { type Database, findApplicantFlags, listReviewEvents, listReviews, type StandingSession } from '@matchwatch/store';
import { Body, Controller, Get, Headers, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Answers } from '../http/answers.decorator.js';
import { versionOf, versionTag } from '../http/if-match.js';
import { PathId } from '../http/path-id.js';
import { notFound } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE, DOORBELL } from '../tokens.js';
import { decideReviews, listReviewers } from './decide-reviews.js';
import { toReviewEvent, toReviewedFlags } from './review-answer.js';

const etagDoc = { ETag: 'The revision of the reviews, to be sent back in If-Match.' };

@ApiTags('Reviews')
@Controller('api/v1/applicants')
export class ReviewsController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get(':id/reviews')
  @NeedsOfApplicant('risk.view')
  @Answers(applicantReviewsSchema, { summary: 'The open flags of an applicant with their reviews.', headers: etagDoc })
  read(
    @PathId() id: number,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() { view }: Access,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ApplicantReviews> {
    return this.reviews(session, view, id, response);
  }

  @Post(':id/reviews')
  @NeedsOfApplicant('review.write')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The revision the decision is based on, as it was given in ETag.' })
  @Answers(applicantReviewsSchema, {
    summary: 'Decide about flags of an applicant: agree, disagree, put off, assign, escalate or reopen; a reassessment follows.',
    headers: etagDoc,
  })
  async decide(
    @PathId() id: number,
    @Body({ schema: reviewWriteSchema }) write: ReviewWrite,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ApplicantReviews> {
    const deciding = { db: this.db, doorbell: this.doorbell, request, session, access, now: this.now() };
    await decideReviews(deciding, versionOf(ifMatch), write);
    return this.reviews(session, access.view, id, response);
  }

  @Get(':id/review-history')
  @NeedsOfApplicant('risk.view')
  @Answers(z.array(reviewEventSchema), { summary: 'Every decision about the flags of an applicant, newest first.' })
  async history(@PathId() id: number, @CurrentSession() { school }: StandingSession): Promise<ReviewEvent[]> {
    return (await listReviewEvents(this.db, school.id, id)).map(toReviewEvent);
  }

  @Get(':id/reviewers')
  @NeedsOfApplicant('review.write')
  @Answers(z.array(reviewerSchema), { summary: 'Who may review the flags of an applicant: to assign or escalate to.' })
  reviewers(@CurrentSession() session: StandingSession, @CurrentAccess() access: Access): Promise<Reviewer[]> {
    return listReviewers({ db: this.db, session, access, now: this.now() });
  }

  private async reviews({ school }: StandingSession, view: Access['view'], id: number, response: Response): Promise<ApplicantReviews> {
    const found = await findApplicantFlags(this.db, school.id, view, id);
    if (!found) throw notFound('applicant');
    const reviews = await listReviews(this.db, school.id, [id]);
    response.setHeader('ETag', versionTag(found.revision));
    return {
      applicantId: id,
      revision: found.revision,
      flags: toReviewedFlags(found.flags, reviews, dayIn(school.timeZone, this.now())),
    };
  }
}
