import { readFileSync } from 'node:fs';
import path from 'node:path';
import { discardDataFolder, type Embedded, startEmbedded } from '@matchwatch/embedded';
import { makeThrowAwayFolder } from './throw-away-folder.js';
import type { ThrowAwayDatabase } from './throw-away-postgres.js';

/** A durable PostgreSQL server of one spec, which can be taken from its clients and given back on the same port with the same data. */
export interface RestartablePostgres extends ThrowAwayDatabase {
  /** Stops it as `pg_ctl stop -m immediate` does: every connection breaks and the next start recovers from the log. */
  crash(): Promise<void>;
  /** Starts it after a crash and waits until it takes connections. */
  restart(): Promise<void>;
}

/** Starts a server of its own, durable as in production, and prepares its database by the function given. */
export async function restartablePostgres(prepare: (url: string) => Promise<unknown>): Promise<RestartablePostgres> {
  const dataDir = makeThrowAwayFolder();
  const start = () => startEmbedded({ dataDir, program: 'a spec that restarts its server' });
  let server: Embedded | undefined = await start();
  const { url, port } = server;
  const crash = async () => {
    // Told to stop in the same breath, so that nobody starts the server again before we do.
    process.kill(postmasterOf(dataDir), 'SIGQUIT');
    await server?.stop();
    server = undefined;
  };
  const drop = async () => {
    if (server) await crash();
    await discardDataFolder(dataDir);
  };
  try {
    await prepare(url);
  } catch (error) {
    await drop();
    throw error;
  }
  return {
    url,
    crash,
    async restart() {
      server = await start();
      if (server.port !== port) throw new Error(`The server came back on port ${server.port} and not on ${port}, which somebody took`);
    },
    drop,
  };
}

const postmasterOf = (dataDir: string): number =>
  Number.parseInt(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
