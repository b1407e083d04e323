import { type Help, helpHorizons, helpQuery, helpSchema } from '@matchwatch/contracts';
import { dayIn, fullView } from '@matchwatch/domain';
import { type Database, listHelp, listHelpAfter, listSeasonsInView, type StandingSession } from '@matchwatch/store';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { currentSeason } from '../home/current-season.js';
import { Answers } from '../http/answers.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { toHelp } from './help-answer.js';

@ApiTags('Reports')
@Controller('api/v1/help')
export class HelpController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('report.view')
  @Answers(helpSchema, {
    summary: 'Per kind of help in a season: how many agreed to it, how soon people were met, and what was so 30, 60 and 90 days after.',
  })
  async read(
    @Query({ schema: helpQuery }) { season: asked }: z.output<typeof helpQuery>,
    @CurrentSession() { school }: StandingSession,
  ): Promise<Help> {
    const today = dayIn(school.timeZone, this.now());
    const seasons = (await listSeasonsInView(this.db, school.id, fullView)).map((each) => each.season);
    const season = asked ?? currentSeason(seasons, today);
    if (season === undefined) return toHelp(null, [], []);
    const [counts, after] = await Promise.all([
      listHelp(this.db, school.id, season),
      listHelpAfter(this.db, school.id, season, helpHorizons, today),
    ]);
    return toHelp(season, counts, after);
  }
}
