import type { LauncherConfig } from '@matchwatch/config';
import { DataFolderInUse, EmbeddedPostgresFailed, startEmbedded } from '@matchwatch/embedded';
import { migrateQueue } from '@matchwatch/queue';
import { migrate } from '@matchwatch/store';
import { CommandFailed, exitCode } from '../exit-code.js';
import type { Say } from './say.js';

/** The database the product works on. */
export interface RunningDatabase {
  url: string;
  /** Tells others who look at the data folder where the pages are. */
  announce(address: string): void;
  stop(): Promise<void>;
}

/** The school's own database, or the embedded one on the data folder; schema brought up to date under a lock. */
export async function startDatabase(config: LauncherConfig, say: Say, onLost: (reason: string) => void): Promise<RunningDatabase> {
  const database = config.databaseUrl ? theirs(config.databaseUrl, say) : await ours(config.dataDir, say, onLost);
  try {
    const { url } = database;
    const ran = await migrate(url, () => migrateQueue({ databaseUrl: url, redisUrl: config.redisUrl }));
    if (ran.length > 0) say(`Schema brought up to date: ${ran.length} ${ran.length === 1 ? 'migration' : 'migrations'}`);
    return database;
  } catch (error) {
    await database.stop();
    throw new CommandFailed(`The database could not be prepared: ${(error as Error).message}`);
  }
}

function theirs(url: string, say: Say): RunningDatabase {
  say(`Using the database at ${new URL(url).host}`);
  return { url, announce: () => {}, stop: async () => {} };
}

async function ours(dataDir: string, say: Say, onLost: (reason: string) => void): Promise<RunningDatabase> {
  try {
    const embedded = await startEmbedded({ dataDir, program: 'matchwatch up', log: say, onLost: (error) => onLost(error.message) });
    say(`PostgreSQL runs on ${embedded.dataDir}`);
    return { url: embedded.url, announce: (address) => embedded.holder.update({ address }), stop: () => embedded.stop() };
  } catch (error) {
    if (error instanceof DataFolderInUse) throw new CommandFailed(error.message, exitCode.refused);
    if (error instanceof EmbeddedPostgresFailed) throw new CommandFailed(error.message);
    throw error;
  }
}
