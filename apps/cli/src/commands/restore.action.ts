import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LauncherConfig } from '@matchwatch/config';
import { DataFolderInUse, EmbeddedPostgresFailed, findHolder, startEmbedded } from '@matchwatch/embedded';
import { migrateQueue } from '@matchwatch/queue';
import {
  BackupFailed,
  type BackupManifest,
  examineBackup,
  findFileOfBackup,
  type Restored,
  RestoreRefused,
  restoreBackup,
  rowsOf,
} from '@matchwatch/store';
import { secretsKeyFile } from '../connect/backups.js';
import { configuration } from '../connect/product.js';
import { CommandFailed, exitCode } from '../exit-code.js';

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Brings a backup back and says what it did and what it found. */
export async function restore(file: string): Promise<void> {
  const config = configuration();
  if (!existsSync(file)) throw new CommandFailed(`There is no file ${file}.`, exitCode.usage);
  try {
    if (!config.databaseUrl) refuseFullFolder(config.dataDir);
    const manifest = await examineBackup(file);
    say(`The backup is whole: Matchwatch ${manifest.version}, as of ${manifest.takenAt}, ${rowsOf(manifest)} rows`);
    const key = manifest.files.some(({ name }) => name === 'secrets.key') ? await findFileOfBackup(file, 'secrets.key') : undefined;
    if (key) refuseOtherKey(config, key);
    const restored = config.databaseUrl ? await intoTheirs(config, file, manifest) : await intoOurs(config, file, manifest);
    if (key) keepKey(config, key);
    report(restored, config);
  } catch (error) {
    if (error instanceof RestoreRefused) throw new CommandFailed(error.message, exitCode.refused);
    throw error instanceof BackupFailed ? new CommandFailed(error.message) : error;
  }
}

function refuseFullFolder(dataDir: string): void {
  const holder = findHolder(dataDir);
  if (holder)
    throw new RestoreRefused(`${holder.program} (process ${holder.pid}) works on ${dataDir}. Restore into a folder that is empty.`);
  // Backups may lie there already, and who held the folder before.
  const there = existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name !== 'backups' && !name.startsWith('holder.')) : [];
  if (there.length > 0)
    throw new RestoreRefused(`${dataDir} is not empty: it holds ${there.slice(0, 5).join(', ')}. Set DATA_DIR to a folder that is.`);
}

function refuseOtherKey(config: LauncherConfig, key: Buffer): void {
  const file = secretsKeyFile(config);
  if (existsSync(file) && !readFileSync(file).equals(key))
    throw new RestoreRefused(`${file} is another key than the backup’s; put it away first.`);
}

function keepKey(config: LauncherConfig, key: Buffer): void {
  const file = secretsKeyFile(config);
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, key, { mode: 0o600, flag: 'wx', flush: true });
  say(`The key of second factors is back: ${file}`);
}

function intoTheirs(
  { databaseUrl, databaseOwnerUrl, redisUrl }: LauncherConfig,
  file: string,
  manifest: BackupManifest,
): Promise<Restored> {
  const ownerUrl = databaseOwnerUrl ?? (databaseUrl as string);
  const login = databaseOwnerUrl && databaseUrl ? decodeURIComponent(new URL(databaseUrl).username) : undefined;
  return restoreBackup(file, manifest, { ownerUrl, login, say, alongside: () => migrateQueue({ databaseUrl: ownerUrl, redisUrl }) });
}

async function intoOurs({ dataDir, redisUrl }: LauncherConfig, file: string, manifest: BackupManifest): Promise<Restored> {
  const wasThere = existsSync(dataDir);
  const embedded = await startEmbedded({ dataDir, program: 'matchwatch restore', log: say }).catch((error: Error) => {
    if (error instanceof DataFolderInUse) throw new RestoreRefused(error.message);
    throw error instanceof EmbeddedPostgresFailed ? new CommandFailed(error.message) : error;
  });
  const ownerUrl = embedded.url;
  let restored: Restored | undefined;
  try {
    restored = await restoreBackup(file, manifest, { ownerUrl, say, alongside: () => migrateQueue({ databaseUrl: ownerUrl, redisUrl }) });
    return restored;
  } finally {
    await embedded.stop();
    // It was empty before: it is again.
    if (!restored) {
      for (const name of readdirSync(dataDir)) if (name !== 'backups') rmSync(path.join(dataDir, name), { recursive: true, force: true });
      if (!wasThere) rmSync(dataDir, { recursive: true, force: true });
    }
  }
}

function report({ manifest, newer, broken, brokenAudits }: Restored, { dataDir, databaseUrl }: LauncherConfig): void {
  say(
    newer.length === 0
      ? 'The schema is current'
      : `Brought up to date: ${newer.length} ${newer.length === 1 ? 'migration' : 'migrations'} since`,
  );
  for (const { school, why } of brokenAudits) say(`BAD  the audit of ${school} does not hold: ${why}`);
  for (const { name, violations, examples } of broken) say(`BAD  ${name}: not so in ${violations} (${examples.join('; ')})`);
  if (brokenAudits.length + broken.length > 0)
    throw new CommandFailed('Everything of the backup is back, and something in it was not right; see above, and `matchwatch doctor`.');
  say('The audit of every school holds, and every invariant');
  say(`Restored: ${manifest.schools.map(({ name }) => name).join(', ')}, as of ${manifest.takenAt}`);
  say('No mail goes out of it until somebody lets it: Reports, Mail, or `matchwatch report resume`.');
  say(databaseUrl ? 'Start it as usual.' : `Start it with DATA_DIR=${dataDir} npm start`);
}
