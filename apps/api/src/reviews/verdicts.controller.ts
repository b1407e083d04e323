import { type Verdict, type VerdictFilter, verdictListQuery, verdictSchema } from '@matchwatch/contracts';
import { rulesOfPolicyKey } from '@matchwatch/risk-rules';
import { type Database, listVerdicts, type StandingSession } from '@matchwatch/store';
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
import { DATABASE } from '../tokens.js';

@ApiTags('Reviews')
@Controller('api/v1/verdicts')
export class VerdictsController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @Get()
  @Needs('risk.view')
  @Answers(z.array(verdictSchema), {
    summary:
      'What people said of flags, by rule or by the number behind them, the newest first; of applicants whose risk is open to the reader.',
    headers: contentRangeDoc,
  })
  async list(
    @Query({ schema: verdictListQuery }) { filter, range }: { filter: VerdictFilter; range: readonly [number, number] },
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { view }: Access,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Verdict[]> {
    const codes = [...(filter.rule ?? []), ...(filter.key === undefined ? [] : rulesOfPolicyKey(filter.key))];
    const { rows, total } = await listVerdicts(this.db, school.id, view, { codes, state: filter.state }, range);
    return sendPage(response, 'verdicts', range, { rows: rows.map(({ flagId, ...verdict }) => ({ id: flagId, ...verdict })), total });
  }
}
