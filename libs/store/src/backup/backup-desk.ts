import { slotToBeDone, type Timing } from '@matchwatch/domain';
import type { BackupFolder } from './backup-folder.js';

/** What the process that owns the database tells the service about its backups. */
export interface BackupDeskState {
  folder: string;
  keep: number;
  cron: string;
  timeZone: string;
  /** When the database was made, ISO 8601: before that nothing was to be backed up. */
  since: string;
  /** When the next is taken by itself, ISO 8601. */
  nextAt: string | null;
  /** Since when one is being taken. */
  workingSince: string | null;
  /** The last that failed and was not made good since; on a disk that is full, or not there, the folder itself holds no note of it. */
  failed: { at: string; why: string } | null;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Between processes: how backups stand. */
export const deskStateMessage = (backups: BackupDeskState) => ({ backups });

/** The state in a message of the process that owns the database; undefined for any other message. */
export const deskStateOf = (message: unknown): BackupDeskState | undefined =>
  isRecord(message) && isRecord(message.backups) ? (message.backups as unknown as BackupDeskState) : undefined;

/** Between processes: a person wants a backup now. */
export const backUpNowMessage = { backUpNow: true } as const;

/** Whether a message asks for a backup. */
export const asksForBackup = (message: unknown): boolean => isRecord(message) && message.backUpNow === true;

/** What is wrong with the backups that are taken by themselves. */
export interface BackupTrouble {
  why: 'failed' | 'overdue';
  /** When it failed, or should have been taken; ISO 8601. */
  at: string;
  /** The instant the newest whole backup is as of; null when there is none. */
  lastAt: string | null;
}

/** When backups are to be taken, since when, and what is known of the last beside the folder. */
export type BackupTiming = Timing & Pick<BackupDeskState, 'since' | 'workingSince' | 'failed'>;

/** The last backup that failed, as the folder noted it or else who took it; undefined when one was taken since. */
export function lastFailureOf(
  folder: BackupFolder,
  desk: Pick<BackupDeskState, 'failed'> | undefined,
): { at: string; why: string } | undefined {
  if (folder.failed) return folder.failed;
  const failed = desk?.failed;
  return failed && !(folder.kept[0] && folder.kept[0].takenAt > failed.at) ? failed : undefined;
}

/** The last backup that failed, or the time for which none was taken although it is over by so many minutes; undefined when all is well. */
export function findBackupTrouble(
  { since, workingSince, failed, ...timing }: BackupTiming,
  folder: BackupFolder,
  now: Date,
  alarmMinutes: number,
): BackupTrouble | undefined {
  const lastAt = folder.kept[0]?.takenAt ?? null;
  const failure = lastFailureOf(folder, { failed });
  if (failure) return { why: 'failed', at: failure.at, lastAt };
  // One that takes a while is told of when it ends, and one that takes too long is none.
  if (workingSince && now.getTime() - new Date(workingSince).getTime() < alarmMinutes * 60_000) return undefined;
  const missed = slotToBeDone(timing, new Date(lastAt ?? since), now, alarmMinutes);
  return missed && { why: 'overdue', at: missed.at.toISOString(), lastAt };
}
