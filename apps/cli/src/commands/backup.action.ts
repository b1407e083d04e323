import { existsSync } from 'node:fs';
import path from 'node:path';
import type { LauncherConfig } from '@matchwatch/config';
import { DataFolderInUse, EmbeddedPostgresFailed, findHolder, startEmbedded } from '@matchwatch/embedded';
import { BackupFailed, type BackupTaken, backUp, backUpInto, rowsOf } from '@matchwatch/store';
import { backupPlan, sizeText } from '../connect/backups.js';
import { configuration } from '../connect/product.js';
import { CommandFailed, exitCode } from '../exit-code.js';

/** Takes a backup and says where it is and what is in it. */
export async function backup(file: string | undefined): Promise<void> {
  const config = configuration();
  if (file !== undefined && existsSync(file)) throw new CommandFailed(`${file} is there already.`, exitCode.refused);
  const { folder, keep, ...plan } = backupPlan(config);
  const taken = await withOwnerUrl(config, (ownerUrl) =>
    file === undefined
      ? backUpInto({ ...plan, ownerUrl, folder, keep, reason: 'asked', now: new Date() })
      : backUp({ ...plan, ownerUrl, file }),
  ).catch((error: Error) => {
    throw error instanceof BackupFailed ? new CommandFailed(error.message) : error;
  });
  sayTaken(taken);
}

function sayTaken({ file, bytes, manifest }: BackupTaken): void {
  const { takenAt, tables, schools, files } = manifest;
  process.stdout.write(
    [
      `Backup taken and read again: ${file}`,
      `  as of ${takenAt}: ${rowsOf(manifest)} rows in ${tables.length} tables, ${schools.length} ${schools.length === 1 ? 'school' : 'schools'}, ${sizeText(bytes)}`,
      files.length > 0
        ? '  with the key of second factors'
        : '  without a key of second factors: there is no file of it; keep SECRETS_KEY elsewhere',
      '  Guard this file as you guard the database.\n',
    ].join('\n'),
  );
}

/** Works on the database as its owner: the configured one, that of the running product, or that of the data folder, started for as long. */
async function withOwnerUrl<T>(config: LauncherConfig, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const { databaseUrl, databaseOwnerUrl, dataDir } = config;
  if (databaseUrl) return work(databaseOwnerUrl ?? databaseUrl);
  const holder = findHolder(dataDir);
  if (holder?.databaseUrl) return work(holder.databaseUrl);
  if (holder)
    throw new CommandFailed(
      `${holder.program} (process ${holder.pid}) holds ${dataDir}, and its database is not open to you.`,
      exitCode.refused,
    );
  if (!existsSync(path.join(dataDir, 'postgres')))
    throw new CommandFailed(`There is no database in ${dataDir}. Set DATA_DIR or DATABASE_URL.`, exitCode.refused);
  const embedded = await startEmbedded({ dataDir, program: 'matchwatch backup' }).catch((error: Error) => {
    if (error instanceof DataFolderInUse) throw new CommandFailed(error.message, exitCode.refused);
    throw error instanceof EmbeddedPostgresFailed ? new CommandFailed(error.message) : error;
  });
  return work(embedded.url).finally(() => embedded.stop());
}
