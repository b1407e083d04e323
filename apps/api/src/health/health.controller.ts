import type { Doorbell } from '@matchwatch/queue';
import { type Database, listPendingMigrations } from '@matchwatch/store';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SkipThrottle } from '@nestjs/throttler';
import type { Response } from 'express';
import { z } from 'zod';
import { MailWatch } from '../deliveries/mail-watch.js';
import { Answers } from '../http/answers.decorator.js';
import { ScheduleWatch } from '../schedules/schedule-watch.js';
import { Open } from '../session/open.decorator.js';
import { limitNames } from '../session/throttle-limits.js';
import { BackupWatch } from '../system/backup-watch.js';
import { DATABASE, DOORBELL } from '../tokens.js';

const healthSchema = z.strictObject({ status: z.literal('ok') });
const check = z.strictObject({ ok: z.boolean(), reason: z.string().optional() });
const readinessSchema = z.strictObject({
  status: z.enum(['ready', 'degraded', 'not-ready']),
  checks: z.strictObject({ database: check, migrations: check, queue: check, schedules: check, mail: check, backups: check }),
});
type Check = z.infer<typeof check>;

const patienceMs = 3_000;

/** Whether something answers in time; the reason names what is wrong and no address or password. */
async function checking(what: () => Promise<string | undefined>): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, patienceMs, 'does not answer');
  });
  const reason = await Promise.race([what().catch(() => 'does not answer'), tooLong]).finally(() => clearTimeout(timer));
  return reason === undefined ? { ok: true } : { ok: false, reason };
}

@ApiTags('Operations')
@Controller()
@SkipThrottle(limitNames)
@Open()
export class HealthController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    private readonly schedules: ScheduleWatch,
    private readonly mail: MailWatch,
    private readonly backups: BackupWatch,
  ) {}

  @Get('healthz')
  @Answers(healthSchema, { summary: 'Whether the process runs.' })
  health(): z.infer<typeof healthSchema> {
    return { status: 'ok' };
  }

  @Get('readyz')
  @Answers(readinessSchema, {
    summary: 'Whether requests can be served: 200, or 503 with reasons. What is late is `degraded` and served all the same.',
  })
  async readiness(@Res({ passthrough: true }) response: Response): Promise<z.infer<typeof readinessSchema>> {
    const migrations = await checking(async () => {
      const pending = await listPendingMigrations(this.db);
      return pending.length > 0 ? `${pending.length} to run: ${pending.join(', ')}` : undefined;
    });
    const database: Check = migrations.reason === 'does not answer' ? migrations : { ok: true };
    const queue = await checking(() => this.doorbell.ping().then(() => undefined));
    const ready = database.ok && migrations.ok && queue.ok;
    // Taking the service away would not make up for a run that is missing: whoever watches is told, and people are served.
    const schedules: Check = ready ? await checking(() => this.schedules.trouble()) : { ok: false, reason: 'not looked at' };
    const mail: Check = ready ? await checking(() => this.mail.trouble()) : { ok: false, reason: 'not looked at' };
    const backups: Check = ready ? await checking(() => this.backups.trouble()) : { ok: false, reason: 'not looked at' };
    if (!ready) response.status(503);
    return {
      status: !ready ? 'not-ready' : schedules.ok && mail.ok && backups.ok ? 'ready' : 'degraded',
      checks: { database, migrations, queue, schedules, mail, backups },
    };
  }
}
