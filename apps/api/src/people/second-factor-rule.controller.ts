import { type SecondFactorRule, secondFactorRuleSchema } from '@matchwatch/contracts';
import { roles as allRoles } from '@matchwatch/domain';
import { appendAudit, findSecondFactorRoles, type Pool, type StandingSession, saveSecondFactorRoles } from '@matchwatch/store';
import { Body, Controller, Get, Inject, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { auditLine } from '../audit/audit-line.js';
import { Answers } from '../http/answers.decorator.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { SecondFactors } from '../session/second-factors.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';

@ApiTags('People')
@Controller('api/v1/second-factor-rule')
export class SecondFactorRuleController {
  constructor(
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly factors: SecondFactors,
  ) {}

  @Get()
  @Needs('people.view')
  @Answers(secondFactorRuleSchema, { summary: 'The roles of which the school wants a second factor.' })
  async read(@CurrentSession() { school }: StandingSession): Promise<SecondFactorRule> {
    return { roles: await findSecondFactorRoles(this.db, school.id) };
  }

  @Put()
  @Needs('people.manage')
  @Answers(secondFactorRuleSchema, { summary: 'Say of which roles; who has none yet sets one up at their next sign-in by password.' })
  async change(
    @Body({ schema: secondFactorRuleSchema }) { roles: wanted }: SecondFactorRule,
    @CurrentSession() { school }: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<SecondFactorRule> {
    const roles = allRoles.filter((role) => wanted.includes(role));
    if (roles.length > 0) this.factors.demandKey();
    await this.db.transaction(async (transaction) => {
      const before = { roles: await findSecondFactorRoles(transaction, school.id) };
      await saveSecondFactorRoles(transaction, school.id, roles);
      await appendAudit(transaction, school.id, auditLine(request, 'factor.required', this.now(), { before, after: { roles } }));
    });
    return { roles };
  }
}
