import { z } from 'zod';

const stands = { ok: z.boolean(), reason: z.string().nullable().meta({ description: 'What is wrong, without an address or a password.' }) };

/** Why a backup was taken: at its set time, because a person asked, or before migrations. */
export const keptBackupSchema = z.strictObject({
  file: z.string(),
  reason: z.enum(['scheduled', 'asked', 'upgrade']),
  takenAt: z.string(),
  verifiedAt: z.string().meta({ description: 'When it was read again from end to end and found whole.' }),
  bytes: z.number(),
  version: z.string(),
});
export type KeptBackup = z.infer<typeof keptBackupSchema>;

/** What is wrong with the backups that are taken by themselves. */
export const backupTroubleSchema = z.strictObject({
  why: z.enum(['failed', 'overdue']),
  at: z.string().meta({ description: 'When it failed, or should have been taken.' }),
  lastAt: z.string().nullable().meta({ description: 'The instant the newest whole backup is as of.' }),
});
export type BackupTrouble = z.infer<typeof backupTroubleSchema>;

/** Backups of the installation, as far as this machine sees them. */
export const backupsSchema = z.strictObject({
  folder: z.string(),
  byItself: z.strictObject({ cron: z.string(), timeZone: z.string(), nextAt: z.string().nullable(), keep: z.int() }).nullable().meta({
    description: 'Null where nobody but people and their own schedules takes backups: the database is not run by this installation.',
  }),
  workingSince: z.string().nullable(),
  kept: z.array(keptBackupSchema).meta({ description: 'Newest first.' }),
  failed: z.strictObject({ at: z.string(), why: z.string() }).nullable(),
  trouble: backupTroubleSchema.nullable(),
});
export type Backups = z.infer<typeof backupsSchema>;

/** How the installation stands. */
export const systemSchema = z.strictObject({
  version: z.string(),
  now: z.string(),
  migrations: z.strictObject({ ran: z.int(), last: z.string().nullable(), pending: z.array(z.string()) }),
  database: z.strictObject({ ...stands, server: z.string().nullable(), bytes: z.number().nullable(), poolSize: z.int() }),
  queue: z.strictObject({
    ...stands,
    backend: z.enum(['postgres', 'redis']),
    waiting: z.int(),
    working: z.int(),
    delayed: z.int(),
  }),
  workers: z.strictObject({ ...stands, names: z.array(z.string()).meta({ description: 'Each process as host and number.' }) }),
  mail: z.strictObject({
    ...stands,
    configured: z.boolean(),
    held: z.boolean().meta({ description: 'Whether it waits since a restore for a person to let it go on.' }),
    waiting: z.int(),
    uncertain: z.int(),
    failed: z.int().meta({ description: 'Within the last four weeks.' }),
    lastSentAt: z.string().nullable(),
  }),
  disk: z
    .strictObject({ ...stands, freeBytes: z.number(), bytes: z.number() })
    .nullable()
    .meta({ description: 'Of the data folder, where there is one on this machine.' }),
  backups: backupsSchema,
});
export type System = z.infer<typeof systemSchema>;
