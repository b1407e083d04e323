/** What the process that owns the database tells the service about its backups. */
export interface BackupDeskState {
  folder: string;
  keep: number;
  cron: string;
  timeZone: string;
  /** When the next is taken by itself, ISO 8601. */
  nextAt: string | null;
  /** Since when one is being taken. */
  workingSince: string | null;
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
