import type { Config } from '@matchwatch/config';
import { type Home, homeQuery, homeSchema } from '@matchwatch/contracts';
import { may } from '@matchwatch/domain';
import type { Database, StandingSession } from '@matchwatch/store';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { challengeViewOf } from '../challenges/challenge-view.js';
import { Answers } from '../http/answers.decorator.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { BackupWatch } from '../system/backup-watch.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';
import { readHome } from './read-home.js';

@ApiTags('Home')
@Controller('api/v1/home')
export class HomeController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly backups: BackupWatch,
  ) {}

  @Get()
  @Needs('home.view')
  @Answers(homeSchema, { summary: 'The first page of one season.' })
  async read(
    @Query({ schema: homeQuery }) { season }: z.output<typeof homeQuery>,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
  ): Promise<Home> {
    const challenges = challengeViewOf(session, access);
    const now = this.now();
    const backup = may(session.person, 'system.view').allowed ? await this.backups.look(now) : undefined;
    const home = await this.db.transaction('REPEATABLE READ', (snapshot) =>
      readHome(
        snapshot,
        this.config,
        session.school,
        { person: session.person, links: access.links, view: access.view },
        now,
        season,
        challenges,
      ),
    );
    return { ...home, backup: backup ?? null };
  }
}
