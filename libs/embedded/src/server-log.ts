import { closeSync, copyFileSync, fstatSync, openSync, readSync, statSync, truncateSync } from 'node:fs';
import { giveToOwnerOf } from './folder-owner.js';

const limitBytes = 10 * 1024 * 1024;

/** Opens the log for a server to append to, and tells where it ends now. */
export function openServerLog(dataDir: string, logFile: string): { descriptor: number; end: number } {
  limitServerLog(logFile);
  const descriptor = openSync(logFile, 'a', 0o600);
  giveToOwnerOf(dataDir, logFile);
  return { descriptor, end: fstatSync(descriptor).size };
}

/** What was appended since. */
export function readServerLog(logFile: string, from: number): string {
  const descriptor = openSync(logFile, 'r');
  try {
    const length = Math.min(Math.max(fstatSync(descriptor).size - from, 0), 64 * 1024);
    const buffer = Buffer.alloc(length);
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, length, from));
  } finally {
    closeSync(descriptor);
  }
}

/** Keeps the log and one earlier part within 10 MB each; the server appends to the same file, so it is emptied and not replaced. */
export function limitServerLog(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= limitBytes) return;
  copyFileSync(logFile, `${logFile}.1`);
  truncateSync(logFile);
}
