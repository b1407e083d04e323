import { type AssessmentPreview, answerSchema, assessmentPreviewSchema } from '@matchwatch/contracts';
import type { Answer } from '@matchwatch/domain';
import { assess, isInForce } from '@matchwatch/risk-rules';
import type { Database, StandingSession } from '@matchwatch/store';
import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.decorator.js';
import { refusedField } from '../http/problem.js';
import { readSchoolPolicy } from '../policy/school-policy.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { DATABASE } from '../tokens.js';

@ApiTags('Assessments')
@Controller('api/v1/assessments')
export class AssessmentsController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @Post('preview')
  @Needs('assessment.preview')
  @Answers(answerSchema, { summary: 'The answer a record would get on a day; nothing is stored.' })
  async preview(
    @Body({ schema: assessmentPreviewSchema }) { asOf, record }: AssessmentPreview,
    @CurrentSession() { school }: StandingSession,
  ): Promise<Answer> {
    const { policy } = await readSchoolPolicy(this.db, school.id, asOf);
    if (!isInForce(policy, asOf)) throw refusedField('asOf', 'lies before the first policy');
    return assess(record, policy, asOf);
  }
}
