import type { LauncherConfig } from '@matchwatch/config';
import { DataFolderInUse, EmbeddedPostgresFailed, startEmbedded } from '@matchwatch/embedded';
import { migrateQueue } from '@matchwatch/queue';
import { backUpInto, migrate, openAppLogin } from '@matchwatch/store';
import { backupPlan, sizeText } from '../connect/backups.js';
import { CommandFailed, exitCode } from '../exit-code.js';
import type { Say } from './say.js';

/** The database the product works on. */
export interface RunningDatabase {
  /** Of a login that every process of the product may have. */
  url: string;
  /** Of the login that owns the tables, for what is about the database as a whole. */
  ownerUrl: string;
  /** Whether it is the product's own, of the data folder. */
  embedded: boolean;
  /** Tells others who look at the data folder where the pages are. */
  announce(address: string): void;
  stop(): Promise<void>;
}

/** What a school has is kept as it was before its schema changes; without a backup nothing is changed. */
async function backUpBefore(pending: readonly string[], ownerUrl: string, config: LauncherConfig, say: Say): Promise<void> {
  say(`Backing up before ${pending.length} ${pending.length === 1 ? 'migration' : 'migrations'}`);
  const { file, bytes } = await backUpInto({ ...backupPlan(config), ownerUrl, reason: 'upgrade', now: new Date() });
  say(`Backed up to ${file} (${sizeText(bytes)})`);
}

/** The school's own database, or the embedded one on the data folder; schema brought up to date under a lock. */
export async function startDatabase(config: LauncherConfig, say: Say, onLost: (reason: string) => void): Promise<RunningDatabase> {
  const database = config.databaseUrl ? theirs(config.databaseUrl, config.databaseOwnerUrl, say) : await ours(config.dataDir, say, onLost);
  try {
    const { ownerUrl, url } = database;
    const login = url === ownerUrl ? undefined : decodeURIComponent(new URL(url).username);
    const queue = () => migrateQueue({ databaseUrl: ownerUrl, redisUrl: config.redisUrl });
    const beforeUpgrade = (pending: readonly string[]) => backUpBefore(pending, ownerUrl, config, say);
    const ran = await migrate(ownerUrl, queue, login, { beforeUpgrade });
    if (ran.length > 0) say(`Schema brought up to date: ${ran.length} ${ran.length === 1 ? 'migration' : 'migrations'}`);
    return config.databaseUrl ? database : { ...database, url: await openAppLogin(ownerUrl) };
  } catch (error) {
    await database.stop();
    throw new CommandFailed(`The database could not be prepared: ${(error as Error).message}`);
  }
}

function theirs(url: string, ownerUrl: string | undefined, say: Say): RunningDatabase {
  say(`Using the database at ${new URL(url).host}`);
  return { url, ownerUrl: ownerUrl ?? url, embedded: false, announce: () => {}, stop: async () => {} };
}

async function ours(dataDir: string, say: Say, onLost: (reason: string) => void): Promise<RunningDatabase> {
  try {
    const embedded = await startEmbedded({ dataDir, program: 'matchwatch up', log: say, onLost: (error) => onLost(error.message) });
    say(`PostgreSQL runs on ${embedded.dataDir}`);
    const { url } = embedded;
    return { url, ownerUrl: url, embedded: true, announce: (address) => embedded.holder.update({ address }), stop: () => embedded.stop() };
  } catch (error) {
    if (error instanceof DataFolderInUse) throw new CommandFailed(error.message, exitCode.refused);
    if (error instanceof EmbeddedPostgresFailed) throw new CommandFailed(error.message);
    throw error;
  }
}
