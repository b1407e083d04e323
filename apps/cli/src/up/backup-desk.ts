import { setTimeout as sleep } from 'node:timers/promises';
import type { LauncherConfig } from '@matchwatch/config';
import { dueSlots, slotAfter } from '@matchwatch/domain';
import { type BackupDeskState, type BackupReason, backUpInto, readBackupFolder } from '@matchwatch/store';
import { backupPlan, madeAt, sizeText } from '../connect/backups.js';
import type { Say } from './say.js';

const tickMs = 30_000;
/** After one that failed. */
const againMs = 15 * 60_000;
/** For one that is being taken to end when it is told to. */
const patienceMs = 10_000;

/** Takes the backups of the database that this process owns: at their set time, and when a person asks. */
export interface BackupDesk {
  state(): BackupDeskState;
  /** Takes one now, unless one is being taken. */
  backUpNow(): void;
  /** Ends one that is being taken, and takes no more. False when it did not end in time: its disk does not answer. */
  stop(): Promise<boolean>;
}

/**
 * Opens the desk. What is due is asked of the folder itself: whether a time has come since the newest backup in it, so that one which was
 * missed is taken once, late, whoever starts the product again. `onChange` hears of every change of the state.
 */
export function openBackupDesk(config: LauncherConfig, ownerUrl: string, say: Say, onChange: () => void): BackupDesk {
  const plan = backupPlan(config);
  const timing = { cron: config.backupCron, timeZone: config.schoolTimeZone };
  const stopping = new AbortController();
  let working: { since: Date; done: Promise<void> } | undefined;
  let failed: { at: Date; why: string } | undefined;

  const take = (reason: BackupReason) => {
    if (working || stopping.signal.aborted) return;
    const since = new Date();
    const done = backUpInto({ ...plan, ownerUrl, reason, now: since, signal: stopping.signal })
      .then(
        ({ file, bytes }) => {
          failed = undefined;
          say(`Backed up to ${file} (${sizeText(bytes)})`);
        },
        (error: Error) => {
          failed = { at: new Date(), why: error.message };
          if (!stopping.signal.aborted) say(`The backup failed: ${error.message}`);
        },
      )
      .finally(() => {
        working = undefined;
        if (!stopping.signal.aborted) onChange();
      });
    working = { since, done };
    onChange();
  };

  const tick = async () => {
    if (failed !== undefined && Date.now() - failed.at.getTime() < againMs) return;
    const { kept } = await readBackupFolder(plan.folder);
    const last = kept[0] ? new Date(kept[0].takenAt) : madeAt(config.dataDir);
    if (dueSlots(timing, last, new Date()).length > 0) take('scheduled');
  };
  const clock = setInterval(() => void tick(), tickMs).unref();
  void tick();

  return {
    state: () => ({
      folder: plan.folder,
      keep: plan.keep,
      ...timing,
      since: madeAt(config.dataDir).toISOString(),
      nextAt: slotAfter(timing, new Date())?.at.toISOString() ?? null,
      workingSince: working?.since.toISOString() ?? null,
      failed: failed ? { at: failed.at.toISOString(), why: failed.why } : null,
    }),
    backUpNow: () => take('asked'),
    async stop() {
      clearInterval(clock);
      stopping.abort();
      const ended = working?.done.then(() => true) ?? Promise.resolve(true);
      return Promise.race([ended, sleep(patienceMs, false, { ref: false })]);
    },
  };
}
