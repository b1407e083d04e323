import { type AdvisingEvidence, advisingEvidenceSchema, evidenceExportSchema, evidenceQuery } from '@matchwatch/contracts';
import { addDays, type Day, dayIn, fullView } from '@matchwatch/domain';
import {
  appendAudit,
  countAdvised,
  countArranged,
  countGraders,
  countMeetings,
  type Database,
  listSeasonsInView,
  type StandingSession,
} from '@matchwatch/store';
import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { sendCsv } from '../exports/send-csv.js';
import { currentSeason } from '../home/current-season.js';
import { Answers, AnswersMedia } from '../http/answers.decorator.js';
import { refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { toEvidence } from './evidence-answer.js';
import { evidenceLines } from './evidence-lines.js';

/** Days before today that are looked at unless told. */
const usualDays = 365;

type Asked = Pick<z.output<typeof evidenceExportSchema>, 'season' | 'from' | 'to'>;

@ApiTags('Reports')
@Controller('api/v1/evidence')
export class EvidenceController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('report.view')
  @Answers(advisingEvidenceSchema, {
    summary: 'What accreditation asks of advising: who was seen, how often, by whom and when, in counts that tell of nobody.',
  })
  read(
    @Query({ schema: evidenceQuery }) asked: z.output<typeof evidenceQuery>,
    @CurrentSession() session: StandingSession,
  ): Promise<AdvisingEvidence> {
    return this.evidence(session, asked);
  }

  @Post('export')
  @HttpCode(200)
  @Needs('report.view')
  @AnswersMedia('text/csv', 'The same as CSV; the reason is kept in the audit.')
  async export(
    @Body({ schema: evidenceExportSchema }) { reason, ...asked }: z.output<typeof evidenceExportSchema>,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
    @Res() response: Response,
  ): Promise<void> {
    const evidence = await this.evidence(session, asked);
    const { season, from, to } = evidence;
    // Noted before anything is sent: what cannot be noted is not given away.
    const told = { subject: 'evidence on advising', reason, after: { season, from, to } };
    await appendAudit(this.db, session.school.id, auditLine(request, 'evidence.exported', this.now(), told));
    await sendCsv(response, `advising-${season ?? 'none'}-${to}.csv`, linesOf(evidence), { bom: true });
  }

  private async evidence({ school }: StandingSession, asked: Asked): Promise<AdvisingEvidence> {
    const today = dayIn(school.timeZone, this.now());
    const to: Day = asked.to ?? today;
    const from: Day = asked.from ?? addDays(to, -usualDays);
    if (to > today) throw refusedField('to', 'is still to come');
    if (from > to) throw refusedField('from', 'is after the last day');
    const seasons = (await listSeasonsInView(this.db, school.id, fullView)).map((each) => each.season);
    const season = asked.season ?? currentSeason(seasons, today);
    if (season === undefined) {
      return toEvidence({ season: null, from, to }, { advised: [], meetings: [], arranged: [], graders: { relations: 0, meetings: 0 } });
    }
    const span = { season, from, to };
    const [advised, meetings, arranged, graders] = await Promise.all([
      countAdvised(this.db, school.id, span),
      countMeetings(this.db, school.id, span),
      countArranged(this.db, school.id, span),
      countGraders(this.db, school.id, span),
    ]);
    return toEvidence(span, { advised, meetings, arranged, graders });
  }
}

async function* linesOf(evidence: AdvisingEvidence): AsyncGenerator<string> {
  yield* evidenceLines(evidence);
}
