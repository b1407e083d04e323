import { type PolicyInForce, policySchema } from '@matchwatch/contracts';
import { dayIn } from '@matchwatch/domain';
import type { Database, StandingSession } from '@matchwatch/store';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { readPolicy } from './read-policy.js';

@ApiTags('Policy')
@Controller('api/v1/policy')
export class PolicyController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('policy.view')
  @Answers(policySchema, {
    summary: 'Every number in force today: its value, its sources, who changed it when and why, and the rules that use it.',
  })
  read(@CurrentSession() { school }: StandingSession): Promise<PolicyInForce> {
    const today = dayIn(school.timeZone, this.now());
    return this.db.transaction('REPEATABLE READ', (snapshot) => readPolicy(snapshot, school, today));
  }
}
