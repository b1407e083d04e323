import { statSync } from 'node:fs';
import path from 'node:path';
import type { LauncherConfig } from '@matchwatch/config';
import { productVersion } from '../version.js';

/** Where backups of an installation go, how many stay, and what is in them beside the database. */
export interface BackupPlan {
  folder: string;
  keep: number;
  version: string;
  beside: readonly string[];
}

/** The key that seals second factors, where it is a file of the data folder: without it the codes of a restored database open nothing. */
export const secretsKeyFile = ({ dataDir }: Pick<LauncherConfig, 'dataDir'>): string => path.join(dataDir, 'secrets.key');

/** How backups are taken by a configuration. */
export const backupPlan = (config: Pick<LauncherConfig, 'dataDir' | 'backupDir' | 'backupKeep'>): BackupPlan => ({
  folder: path.resolve(config.backupDir ?? path.join(config.dataDir, 'backups')),
  keep: config.backupKeep,
  version: productVersion,
  beside: [secretsKeyFile(config)],
});

/** A size for people. */
export const sizeText = (bytes: number): string => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** When the embedded database was made: before that nothing was to be backed up. */
export const madeAt = (dataDir: string): Date =>
  statSync(path.join(dataDir, 'postgres', 'PG_VERSION'), { throwIfNoEntry: false })?.mtime ?? new Date();
