import { type Rulebook, rulebookSchema } from '@matchwatch/contracts';
import { dayIn } from '@matchwatch/domain';
import type { StandingSession } from '@matchwatch/store';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.decorator.js';
import { policy } from '../rules-in-force.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { CLOCK, type Clock } from '../tokens.js';
import { readRulebook } from './read-rulebook.js';

@ApiTags('Rulebook')
@Controller('api/v1/rulebook')
export class RulebookController {
  constructor(@Inject(CLOCK) private readonly now: Clock) {}

  @Get()
  @Answers(rulebookSchema, { summary: 'The rules in force, with where each comes from.' })
  read(@CurrentSession() { school }: StandingSession): Rulebook {
    return readRulebook(policy, dayIn(school.timeZone, this.now()));
  }
}
