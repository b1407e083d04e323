/** One table of a backup: what it held when it was read. */
export interface BackedUpTable {
  name: string;
  columns: readonly string[];
  rows: number;
  /** SHA-256 over its rows as PostgreSQL's COPY writes them, school by school, each in the order of its key. */
  sha256: string;
}

/** Where numbers go on after a restore. */
export interface BackedUpSequence {
  name: string;
  lastValue: number;
  isCalled: boolean;
}

/** What a backup says of itself; the last file in it, so that one that is cut off has none. */
export interface BackupManifest {
  format: 1;
  product: 'Matchwatch';
  /** Of the program that wrote it. */
  version: string;
  /** The instant it is as of, ISO 8601. */
  takenAt: string;
  /** Every migration that had run, in order. */
  migrations: readonly string[];
  schools: readonly { id: string; name: string }[];
  /** In an order in which each comes after those it refers to. */
  tables: readonly BackedUpTable[];
  sequences: readonly BackedUpSequence[];
  /** Files of the data folder that lie beside the tables. */
  files: readonly { name: string; sha256: string }[];
}

/** A backup was not taken, or cannot be used; the message is for a person. */
export class BackupFailed extends Error {
  override readonly name: string = 'BackupFailed';
}

/** A restore was refused for safety: something is there already, or the file is newer than the program. */
export class RestoreRefused extends BackupFailed {
  override readonly name = 'RestoreRefused';
}

/** The manifest in a text; throws `BackupFailed` when it is none this program can read. */
export function parseManifest(text: string): BackupManifest {
  let manifest: Partial<BackupManifest>;
  try {
    manifest = JSON.parse(text) as Partial<BackupManifest>;
  } catch (error) {
    throw new BackupFailed('its manifest cannot be read', { cause: error });
  }
  if (manifest.product !== 'Matchwatch' || manifest.format !== 1)
    throw new RestoreRefused(`it is of a form (${String(manifest.format)}) that this program does not know`);
  return manifest as BackupManifest;
}

/** How many rows a backup holds. */
export const rowsOf = ({ tables }: Pick<BackupManifest, 'tables'>): number => tables.reduce((sum, { rows }) => sum + rows, 0);
