import { type BackupDeskState, backUpNowMessage, deskStateOf } from '@matchwatch/store';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';

/**
 * The line to the process that owns the database and takes its backups (`matchwatch up`); a service that runs by itself has none. The service
 * has no right of its own to read everything.
 */
@Injectable()
export class BackupLine implements OnApplicationShutdown {
  private desk: BackupDeskState | undefined;
  private readonly heard = (message: unknown) => {
    this.desk = deskStateOf(message) ?? this.desk;
  };

  constructor() {
    process.on('message', this.heard);
  }

  /** How backups stand, as that process said last; undefined without one. */
  get state(): BackupDeskState | undefined {
    return this.desk;
  }

  /** Asks for a backup; what becomes of it is in the state. False without anybody to ask. */
  ask(): boolean {
    return this.desk !== undefined && process.send?.(backUpNowMessage) === true;
  }

  onApplicationShutdown(): void {
    process.off('message', this.heard);
  }
}
