import {
  type QueueCounts,
  type QueuedApplicant,
  type QueueFilter,
  queueCountsQuery,
  queueCountsSchema,
  queuedApplicantSchema,
  queueListQuery,
} from '@matchwatch/contracts';
import {
  countReviewQueue,
  type Database,
  listApplicantRows,
  listReviewQueue,
  listReviews,
  listWaitingFlags,
  type StandingSession,
} from '@matchwatch/store';
import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Answers } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { readQueue } from './read-queue.js';
import { areaOf, toReview } from './review-answer.js';

@ApiTags('Reviews')
@Controller('api/v1/review-queue')
export class ReviewQueueController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('review.write')
  @Answers(z.array(queuedApplicantSchema), {
    summary: 'Applicants with flags that wait for a review, the most urgent first, with what makes each urgent.',
    headers: contentRangeDoc,
  })
  async list(
    @Query({ schema: queueListQuery }) { filter, range }: { filter: QueueFilter; range: readonly [number, number] },
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Res({ passthrough: true }) response: Response,
  ): Promise<QueuedApplicant[]> {
    const schoolId = session.school.id;
    const { season, reading, urgency, seasonMark } = await readQueue(this.db, session, access, this.now(), filter.season);
    const page = await listReviewQueue(this.db, schoolId, { ...filter, season }, reading, range);
    const ids = page.rows.map(({ applicantId }) => applicantId);
    const [rows, flags, reviews] = await Promise.all([
      listApplicantRows(this.db, schoolId, access.view, ids, reading.today),
      listWaitingFlags(this.db, schoolId, ids, reading.today),
      listReviews(this.db, schoolId, ids),
    ]);
    const queued = page.rows.flatMap(({ applicantId, revision, level, dueOn, since, dated }): QueuedApplicant[] => {
      const applicant = rows.find(({ id }) => id === applicantId);
      if (!applicant) return [];
      return [
        {
          id: applicantId,
          revision,
          applicant,
          urgency: urgency({ level, dueOn, since }),
          level,
          dueOn,
          dueFrom: dated ? 'advice' : dueOn === null ? null : seasonMark,
          since,
          flags: flags
            .filter((flag) => flag.applicantId === applicantId)
            .map((waiting) => {
              const { applicantId: _, ...flag } = waiting;
              const row = reviews.find(({ flagId }) => flagId === flag.id);
              return { ...flag, area: areaOf(flag.code), review: toReview(flag, row, reading.today) };
            }),
        },
      ];
    });
    return sendPage(response, 'review-queue', range, { rows: queued, total: page.total });
  }

  @Get('counts')
  @Needs('review.write')
  @Answers(queueCountsSchema, { summary: 'How many applicants each view of the queue of a season shows.' })
  async counts(
    @Query({ schema: queueCountsQuery }) { filter }: { filter: QueueFilter },
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
  ): Promise<QueueCounts> {
    const { season, reading } = await readQueue(this.db, session, access, this.now(), filter.season);
    return { season, ...(await countReviewQueue(this.db, session.school.id, season, reading)) };
  }
}
