import { type Rulebook, rulebookSchema } from '@matchwatch/contracts';
import { dayIn } from '@matchwatch/domain';
import type { Database, StandingSession } from '@matchwatch/store';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.decorator.js';
import { readSchoolPolicy } from '../policy/school-policy.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { readRulebook } from './read-rulebook.js';

@ApiTags('Rulebook')
@Controller('api/v1/rulebook')
export class RulebookController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('rulebook.view')
  @Answers(rulebookSchema, { summary: 'The rules in force, with where each comes from.' })
  async read(@CurrentSession() { school }: StandingSession): Promise<Rulebook> {
    const today = dayIn(school.timeZone, this.now());
    const { policy, own } = await readSchoolPolicy(this.db, school.id, today);
    return readRulebook(policy, own?.changes ?? {}, today);
  }
}
