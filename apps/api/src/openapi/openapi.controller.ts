import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags, type OpenAPIObject } from '@nestjs/swagger';
import type { Response } from 'express';
import { AnswersMedia } from '../http/answers.decorator.js';
import { Needs } from '../session/needs.decorator.js';

@ApiTags('Operations')
@Controller('api/openapi.json')
export class OpenApiController {
  /** Made once, when every route is known. */
  document: OpenAPIObject | undefined;

  @Get()
  @Needs('session.use')
  @AnswersMedia('application/json', 'This document.')
  read(@Res() response: Response): void {
    response.json(this.document);
  }
}
