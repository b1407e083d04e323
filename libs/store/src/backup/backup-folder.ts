import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BackupRequest, type BackupTaken, backUp } from './back-up.js';
import { BackupFailed, rowsOf } from './manifest.js';

/** Why a backup was taken: at its set time, because a person asked, or before migrations. */
export const backupReasons = ['scheduled', 'asked', 'upgrade'] as const;
export type BackupReason = (typeof backupReasons)[number];

/** A backup in the folder of backups, as the note beside it says. */
export interface KeptBackup {
  /** The name of the file within the folder. */
  file: string;
  reason: BackupReason;
  /** The instant it is as of, ISO 8601. */
  takenAt: string;
  /** When it was read again from end to end and found whole. */
  verifiedAt: string;
  bytes: number;
  rows: number;
  version: string;
}

/** The last backup that could not be taken. */
export interface FailedBackup {
  at: string;
  reason: BackupReason;
  why: string;
}

/** What a folder of backups holds, the newest first. */
export interface BackupFolder {
  kept: KeptBackup[];
  /** The last one that failed, unless one was taken since. */
  failed: FailedBackup | undefined;
}

const failureFile = 'last-failure.json';
const noteOf = (file: string) => `${file}.json`;

/** Looks into a folder of backups; an empty answer when there is none. Files without a note, which others put there, are left alone. */
export async function readBackupFolder(folder: string): Promise<BackupFolder> {
  const names = new Set(await readdir(folder).catch(() => []));
  const kept: KeptBackup[] = [];
  for (const name of names) {
    if (!name.endsWith('.tar.gz') || !names.has(noteOf(name))) continue;
    const note = await readNote<KeptBackup>(path.join(folder, noteOf(name)));
    if (note) kept.push({ ...note, file: name });
  }
  kept.sort((a, b) => b.takenAt.localeCompare(a.takenAt));
  const failed = names.has(failureFile) ? await readNote<FailedBackup>(path.join(folder, failureFile)) : undefined;
  return { kept, failed };
}

async function readNote<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch {
    // Taken away meanwhile, or not ours.
    return undefined;
  }
}

export interface FolderRequest extends Omit<BackupRequest, 'file'> {
  folder: string;
  reason: BackupReason;
  /** The instant by which the file is named. */
  now: Date;
  /** How many are kept; the newest always is. */
  keep: number;
}

/** Takes a backup into a folder of backups, notes it there, and removes the oldest beyond those to keep. Throws `BackupFailed`. */
export async function backUpInto({ folder, reason, now, keep, ...request }: FolderRequest): Promise<BackupTaken> {
  const file = path.join(folder, `matchwatch-${now.toISOString().replace(/[-:]|\.\d+/g, '')}-${reason}.tar.gz`);
  try {
    await removeDrafts(folder, now);
    const taken = await backUp({ ...request, file });
    const note: KeptBackup = {
      file: path.basename(file),
      reason,
      takenAt: taken.manifest.takenAt,
      verifiedAt: now.toISOString(),
      bytes: taken.bytes,
      rows: rowsOf(taken.manifest),
      version: taken.manifest.version,
    };
    await writeNote(path.join(folder, noteOf(note.file)), note);
    await rm(path.join(folder, failureFile), { force: true });
    await removeOldest(folder, keep);
    return taken;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const failed: FailedBackup = { at: now.toISOString(), reason, why };
    // On a full disk not even this may be possible; whoever asked is told in any case.
    await writeNote(path.join(folder, failureFile), failed).catch(() => {});
    throw error instanceof BackupFailed ? error : new BackupFailed(`No backup was taken: ${why}`, { cause: error });
  }
}

async function writeNote(file: string, note: object): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(4).toString('hex')}.partial`;
  await writeFile(draft, `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, file);
}

const draftsLiveMs = 24 * 60 * 60_000;

/** Drafts that a killed process left. */
async function removeDrafts(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = path.join(folder, name);
    if (!name.endsWith('.partial')) continue;
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: now.getTime() }));
    if (now.getTime() - mtimeMs > draftsLiveMs) await rm(file, { force: true });
  }
}

async function removeOldest(folder: string, keep: number): Promise<void> {
  const { kept } = await readBackupFolder(folder);
  for (const { file } of kept.slice(Math.max(keep, 1))) {
    // The note first: a file without one is nobody's to remove, but it is not counted either.
    await rm(path.join(folder, noteOf(file)), { force: true });
    await rm(path.join(folder, file), { force: true });
  }
}
