import type { Config } from '@matchwatch/config';
import { type Schedule, schedulePauseSchema, scheduleResumeSchema, scheduleSchema } from '@matchwatch/contracts';
import { appendAudit, type Pause, type Pool, pauseSchedule, type StandingSession } from '@matchwatch/store';
import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers } from '../http/answers.decorator.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, CONFIG, DATABASE } from '../tokens.js';
import { readSchedules } from './read-schedules.js';

@ApiTags('Schedules')
@Controller('api/v1/schedules')
export class SchedulesController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('run.view')
  @Answers(z.array(scheduleSchema), { summary: 'What is done by itself: when, when last, when next, and why not.' })
  list(@CurrentSession() { school }: StandingSession): Promise<Schedule[]> {
    return this.read(school.id);
  }

  @Post(':id/pause')
  @Needs('schedule.pause')
  @Answers(scheduleSchema, { summary: 'Start nothing by this schedule until it is resumed.' })
  pause(
    @PathId() id: number,
    @Body({ schema: schedulePauseSchema }) { reason }: z.output<typeof schedulePauseSchema>,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<Schedule> {
    return this.change(session, request, id, { at: this.now(), by: session.person.name, reason }, reason);
  }

  @Post(':id/resume')
  @Needs('schedule.pause')
  @Answers(scheduleSchema, { summary: 'Let a paused schedule go on with its next slot.' })
  resume(
    @PathId() id: number,
    @Body({ schema: scheduleResumeSchema }) { reason }: z.output<typeof scheduleResumeSchema>,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<Schedule> {
    return this.change(session, request, id, null, reason);
  }

  private async change(
    { school }: StandingSession,
    request: IdentifiedRequest,
    id: number,
    pause: Pause | null,
    reason: string | undefined,
  ): Promise<Schedule> {
    const outcome = await this.db.transaction(async (transaction) => {
      const outcome = await pauseSchedule(transaction, school.id, id, pause);
      const line = auditLine(request, pause ? 'schedule.paused' : 'schedule.resumed', this.now(), { subject: `schedule ${id}`, reason });
      if (outcome === 'done') await appendAudit(transaction, school.id, line);
      return outcome;
    });
    if (outcome === 'missing') throw notFound('schedule');
    if (outcome === 'unchanged') throw new ProblemError(409, pause ? 'The schedule is paused already.' : 'The schedule is not paused.');
    const schedule = (await this.read(school.id)).find((each) => each.id === id);
    if (!schedule) throw notFound('schedule');
    return schedule;
  }

  private read(schoolId: string): Promise<Schedule[]> {
    return readSchedules(this.db, schoolId, this.now(), this.config.scheduleAlarmMinutes);
  }
}
