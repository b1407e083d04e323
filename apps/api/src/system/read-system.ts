import { statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '@matchwatch/config';
import type { Backups, System } from '@matchwatch/contracts';
import type { Doorbell } from '@matchwatch/queue';
import {
  type BackupDeskState,
  type Database,
  findBackupTrouble,
  findMailHold,
  findMailStanding,
  findServer,
  lastFailureOf,
  listMigrationsRun,
  listPendingMigrations,
  listWorkers,
  type MailHold,
  readBackupFolder,
} from '@matchwatch/store';

interface SystemParts {
  config: Config;
  db: Database;
  doorbell: Doorbell;
  desk: BackupDeskState | undefined;
  schoolId: string;
  now: Date;
  version: string;
}

const days = 24 * 60 * 60_000;
const mailDays = 28;
/** Below this little of a disk there may be no room for a backup, or for a busy day. */
const leastFreeBytes = 1e9;
const patienceMs = 3_000;

/** An answer in time, or undefined; what keeps silent must not keep the page. */
async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined);
  });
  return Promise.race([work.catch(() => undefined), tooLong]).finally(() => clearTimeout(timer));
}

const stands = (reason: string | undefined): { ok: boolean; reason: string | null } => ({
  ok: reason === undefined,
  reason: reason ?? null,
});

/** How the installation stands, seen from this process. */
export async function readSystem({ config, db, doorbell, desk, schoolId, now, version }: SystemParts): Promise<System> {
  const [server, counts, workers, mail, held, ran, pending] = await Promise.all([
    inTime(findServer(db)),
    inTime(doorbell.ping().then(() => doorbell.counts())),
    inTime(listWorkers(db)),
    inTime(findMailStanding(db, schoolId, new Date(now.getTime() - mailDays * days))),
    inTime(findMailHold(db, schoolId)),
    inTime(listMigrationsRun(db)),
    inTime(listPendingMigrations(db)),
  ]);
  return {
    version,
    now: now.toISOString(),
    migrations: { ran: ran?.length ?? 0, last: ran?.at(-1) ?? null, pending: pending ?? [] },
    database: {
      ...stands(server ? undefined : 'It does not answer.'),
      server: server?.version ?? null,
      bytes: server?.bytes ?? null,
      poolSize: config.databasePoolSize,
    },
    queue: {
      ...stands(counts ? undefined : 'It does not answer; what is due is rung for again when it does.'),
      backend: doorbell.backend,
      waiting: (counts?.waiting ?? 0) + (counts?.prioritized ?? 0),
      working: counts?.active ?? 0,
      delayed: counts?.delayed ?? 0,
    },
    workers: {
      ...stands(workers?.length ? undefined : 'None is connected: nothing is assessed and no mail goes out.'),
      names: workers ?? [],
    },
    mail: mailOf(config, mail, held),
    disk: desk ? await diskOf(config.dataDir) : null,
    backups: await readBackups(config, desk, now),
  };
}

function mailOf(
  { smtpUrl }: Config,
  standing: Awaited<ReturnType<typeof findMailStanding>> | undefined,
  held: MailHold | undefined,
): System['mail'] {
  const { waiting = 0, uncertain = 0, failed = 0, lastSentAt = null } = standing ?? {};
  const troubled = [failed > 0 && `${failed} failed`, uncertain > 0 && `${uncertain} uncertain`].filter(Boolean).join(', ');
  const reason = held
    ? 'This is a restored copy: no mail goes out until somebody lets it.'
    : !smtpUrl
      ? 'No mail server is set (SMTP_URL): nothing is sent.'
      : troubled
        ? `Look at Mail of reports: ${troubled}.`
        : undefined;
  return {
    ...stands(reason),
    configured: smtpUrl !== undefined,
    held: held !== undefined,
    waiting,
    uncertain,
    failed,
    lastSentAt: lastSentAt?.toISOString() ?? null,
  };
}

async function diskOf(folder: string): Promise<System['disk']> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    const freeBytes = bavail * bsize;
    return { ...stands(freeBytes < leastFreeBytes ? 'Little room is left.' : undefined), freeBytes, bytes: blocks * bsize };
  } catch {
    return null;
  }
}

/** The backups that lie in the folder of this installation, and who takes them. */
export async function readBackups(
  { backupDir, dataDir, scheduleAlarmMinutes }: Config,
  desk: BackupDeskState | undefined,
  now: Date,
): Promise<Backups> {
  const folder = desk?.folder ?? path.resolve(backupDir ?? path.join(dataDir, 'backups'));
  const content = await readBackupFolder(folder);
  const { kept } = content;
  const failed = lastFailureOf(content, desk);
  const trouble = desk && findBackupTrouble(desk, content, now, scheduleAlarmMinutes);
  return {
    folder,
    byItself: desk ? { cron: desk.cron, timeZone: desk.timeZone, nextAt: desk.nextAt, keep: desk.keep } : null,
    workingSince: desk?.workingSince ?? null,
    // How many rows there are is not one school's to know of all.
    kept: kept.map(({ rows: _rows, ...backup }) => backup),
    failed: failed ? { at: failed.at, why: failed.why } : null,
    trouble: trouble ?? null,
  };
}
