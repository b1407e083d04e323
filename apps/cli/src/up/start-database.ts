import type { LauncherConfig } from '@matchwatch/config';
import { DataFolderInUse, EmbeddedPostgresFailed, startEmbedded } from '@matchwatch/embedded';
import { migrateQueue } from '@matchwatch/queue';
import { migrate, openAppLogin } from '@matchwatch/store';
import { CommandFailed, exitCode } from '../exit-code.js';
import type { Say } from './say.js';

/** The database the product works on. */
export interface RunningDatabase {
  /** Of a login that every process of the product may have. */
  url: string;
  /** Tells others who look at the data folder where the pages are. */
  announce(address: string): void;
  stop(): Promise<void>;
}

interface OwnedDatabase extends RunningDatabase {
  /** Of the login that owns the tables; for bringing the schema up to date. */
  ownerUrl: string;
}

/** The school's own database, or the embedded one on the data folder; schema brought up to date under a lock. */
export async function startDatabase(config: LauncherConfig, say: Say, onLost: (reason: string) => void): Promise<RunningDatabase> {
  const database = config.databaseUrl ? theirs(config.databaseUrl, config.databaseOwnerUrl, say) : await ours(config.dataDir, say, onLost);
  try {
    const { ownerUrl, url } = database;
    const login = url === ownerUrl ? undefined : decodeURIComponent(new URL(url).username);
    const ran = await migrate(ownerUrl, () => migrateQueue({ databaseUrl: ownerUrl, redisUrl: config.redisUrl }), login);
    if (ran.length > 0) say(`Schema brought up to date: ${ran.length} ${ran.length === 1 ? 'migration' : 'migrations'}`);
    return config.databaseUrl ? database : { ...database, url: await openAppLogin(ownerUrl) };
  } catch (error) {
    await database.stop();
    throw new CommandFailed(`The database could not be prepared: ${(error as Error).message}`);
  }
}

function theirs(url: string, ownerUrl: string | undefined, say: Say): OwnedDatabase {
  say(`Using the database at ${new URL(url).host}`);
  return { url, ownerUrl: ownerUrl ?? url, announce: () => {}, stop: async () => {} };
}

async function ours(dataDir: string, say: Say, onLost: (reason: string) => void): Promise<OwnedDatabase> {
  try {
    const embedded = await startEmbedded({ dataDir, program: 'matchwatch up', log: say, onLost: (error) => onLost(error.message) });
    say(`PostgreSQL runs on ${embedded.dataDir}`);
    const { url } = embedded;
    return { url, ownerUrl: url, announce: (address) => embedded.holder.update({ address }), stop: () => embedded.stop() };
  } catch (error) {
    if (error instanceof DataFolderInUse) throw new CommandFailed(error.message, exitCode.refused);
    if (error instanceof EmbeddedPostgresFailed) throw new CommandFailed(error.message);
    throw error;
  }
}
