import { chmodSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataFolderInUse, discardDataFolder } from '@matchwatch/embedded';

const prefix = 'matchwatch-test-';
// A folder that changed just now may be one whose server is about to start, for the first time or again.
const settledAfterMs = 60_000;

/** A folder for the data of a PostgreSQL server that a test starts. */
export function makeThrowAwayFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  // The user that the server runs as must be able to pass through.
  chmodSync(folder, 0o711);
  return folder;
}

/** Test runs that were killed leave their folder and server behind; nobody else would stop it. */
export async function discardAbandonedFolders(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = path.join(tmpdir(), name);
    try {
      if (Date.now() - statSync(folder).mtimeMs > settledAfterMs) await discardDataFolder(folder);
    } catch (error) {
      if (error instanceof DataFolderInUse) continue;
      // Another user's, or one that another run is just removing: not ours to mend.
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EACCES' && code !== 'EPERM' && code !== 'ENOENT' && (error as Error).name !== 'EmbeddedPostgresFailed') throw error;
    }
  }
}
