import { readFileSync } from 'node:fs';
import type { Config } from '@matchwatch/config';
import { type Backups, backupsSchema, type System, systemSchema } from '@matchwatch/contracts';
import type { Doorbell } from '@matchwatch/queue';
import { appendAudit, type Database, type StandingSession } from '@matchwatch/store';
import { Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { auditLine } from '../audit/audit-line.js';
import { Answers } from '../http/answers.decorator.js';
import { ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, CONFIG, DATABASE, DOORBELL } from '../tokens.js';
import { BackupLine } from './backup-line.js';
import { readBackups, readSystem } from './read-system.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

@ApiTags('Operations')
@Controller('api/v1/system')
export class SystemController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Database,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly line: BackupLine,
  ) {}

  @Get()
  @Needs('system.view')
  @Answers(systemSchema, { summary: 'How the installation stands: health, queue, workers, mail, backups, version, disk.' })
  look(@CurrentSession() { school }: StandingSession): Promise<System> {
    const { config, db, doorbell } = this;
    return readSystem({ config, db, doorbell, desk: this.line.state, schoolId: school.id, now: this.now(), version });
  }

  @Post('backups')
  @Needs('backup.make')
  @Answers(backupsSchema, { status: 202, summary: 'Ask for a backup now; how it stands is told by the system.' })
  async backUp(@CurrentSession() { school }: StandingSession, @Req() request: IdentifiedRequest): Promise<Backups> {
    const desk = this.line.state;
    if (!desk)
      throw new ProblemError(
        409,
        'This installation does not run the database itself. Whoever does takes a backup with `matchwatch backup`, by the login that owns the tables.',
      );
    if (desk.workingSince) throw new ProblemError(409, 'A backup is being taken.');
    await appendAudit(this.db, school.id, auditLine(request, 'backup.asked', this.now()));
    if (!this.line.ask()) throw new ProblemError(409, 'The process that takes backups cannot be reached.');
    const now = this.now();
    return readBackups(this.config, { ...desk, workingSince: now.toISOString() }, now);
  }
}
