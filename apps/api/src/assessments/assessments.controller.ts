import { type AssessmentPreview, answerSchema, assessmentPreviewSchema } from '@matchwatch/contracts';
import type { Answer } from '@matchwatch/domain';
import { assess } from '@matchwatch/risk-rules';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.decorator.js';
import { refusedField } from '../http/problem.js';
import { isPolicyInForce, policy } from '../rules-in-force.js';

@ApiTags('Assessments')
@Controller('api/v1/assessments')
export class AssessmentsController {
  @Post('preview')
  @Answers(answerSchema, { summary: 'The answer a record would get on a day; nothing is stored.' })
  preview(@Body({ schema: assessmentPreviewSchema }) { asOf, record }: AssessmentPreview): Answer {
    if (!isPolicyInForce(asOf)) throw refusedField('asOf', 'lies before the first policy');
    return assess(record, policy, asOf);
  }
}
