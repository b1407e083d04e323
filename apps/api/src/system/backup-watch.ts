import type { Config } from '@matchwatch/config';
import { type BackupTrouble, findBackupTrouble, readBackupFolder } from '@matchwatch/store';
import { Inject, Injectable } from '@nestjs/common';
import { keptFor } from '../health/kept-for.js';
import { CLOCK, type Clock, CONFIG } from '../tokens.js';
import { BackupLine } from './backup-line.js';

// Whoever watches may ask every second; what is late by the hour may be known half a minute late.
const keepMs = 30_000;

/** Whether the backups that this installation takes by itself are taken. */
@Injectable()
export class BackupWatch {
  /** What is wrong, in few words; undefined when nothing is. */
  readonly trouble: () => Promise<string | undefined>;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly line: BackupLine,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.trouble = keptFor(keepMs, clock, async (now) => {
      const trouble = await this.look(now);
      return trouble && `${trouble.why} ${trouble.at}`;
    });
  }

  /** What is wrong as of an instant; undefined when nothing is, and where nobody takes backups by themselves. */
  async look(now: Date): Promise<BackupTrouble | undefined> {
    const desk = this.line.state;
    if (!desk) return undefined;
    return findBackupTrouble(desk, await readBackupFolder(desk.folder), now, this.config.scheduleAlarmMinutes);
  }
}
