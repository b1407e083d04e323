import { existsSync, rmSync } from 'node:fs';
import { findBinaries } from './binaries.js';
import { openCluster } from './cluster.js';
import { dataFolder, findPassword, openDataFolder, systemFolder, urlOf } from './data-folder.js';
import { EmbeddedPostgresFailed } from './errors.js';
import { causeOf, sentenceFor } from './failure.js';
import { findLiveHolder, type HeldFolder, type Holder, type HolderUpdate, holdFolder } from './holder.js';
import { isSameProcess } from './process-identity.js';
import { findServer, isAsPlanned, type Server, type ServerPlan, startServer, stopServer } from './server.js';
import { limitServerLog } from './server-log.js';

/** What `startEmbedded` needs to know. */
export interface EmbeddedOptions {
  /** The data folder; made when missing. */
  dataDir: string;
  /** What a person calls this process, as in `matchwatch up`; told to whoever wants the same folder. */
  program?: string;
  /** Takes a line for a person when something out of the ordinary goes on. */
  log?: (line: string) => void;
  /** Trades durability for speed, for tests. */
  throwAway?: boolean;
  /** Where root keeps a copy of the programs when the server user cannot reach the installed ones; /var/lib/matchwatch. */
  programFolder?: string;
  /** Called once when the server ended and could not be started again; `url` answers no more. */
  onLost?: (error: Error) => void;
}

/** A running PostgreSQL of our own. */
export interface Embedded {
  /** Connects as the owner of the database `matchwatch`, password included. */
  url: string;
  port: number;
  dataDir: string;
  /** This process as the holder of the data folder; `update` tells others its address. */
  holder: { update(change: Pick<HolderUpdate, 'address'>): void };
  /** Stops the server in good order and gives the folder free. */
  stop(): Promise<void>;
}

/** The holder of a data folder, with the URL of its database when the reader may have it. */
export type FoundHolder = Holder & { databaseUrl?: string };

const watchMs = 500;
const restartsPerMinute = 5;

/**
 * Starts PostgreSQL on a data folder, or takes over the server that a killed process left running on it.
 * While it is held the server is started again on the same port should it die.
 * Throws `DataFolderInUse` when a live process holds the folder and `EmbeddedPostgresFailed` when the server cannot start.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { program = 'matchwatch', log = () => {}, throwAway = false, programFolder = systemFolder } = options;
  const { user, ...folder } = openDataFolder(options.dataDir);
  const held = hold(folder.dataDir, program);
  try {
    const binaries = findBinaries(user, programFolder);
    const password = await openCluster(folder, binaries, user, !throwAway);
    const plan: ServerPlan = { folder, postgres: binaries.postgres, user, durable: !throwAway, log };
    const server = (await takeOver(plan)) ?? (await startServer(plan, held.holder.port));
    held.update({ port: server.port });
    const keeper = keep(server, plan, options.onLost);
    return {
      url: urlOf(server.port, password),
      port: server.port,
      dataDir: folder.dataDir,
      holder: { update: (change) => held.update(change) },
      async stop() {
        await keeper.stop();
        held.release();
      },
    };
  } catch (error) {
    held.release();
    throw error;
  }
}

/** The live process that works on the data folder, and its database. */
export function findHolder(dataDir: string): FoundHolder | undefined {
  const folder = dataFolder(dataDir);
  const holder = findLiveHolder(folder.dataDir);
  if (!holder) return undefined;
  const password = findPassword(folder);
  return holder.port === undefined || password === undefined ? holder : { ...holder, databaseUrl: urlOf(holder.port, password) };
}

/** Removes a data folder and a server left running on it; throws `DataFolderInUse` when a live process holds it. */
export async function discardDataFolder(dataDir: string): Promise<void> {
  const folder = dataFolder(dataDir);
  if (!existsSync(folder.dataDir)) return;
  const held = hold(folder.dataDir, 'matchwatch');
  try {
    const server = existsSync(folder.clusterDir) ? findServer(folder.clusterDir) : undefined;
    if (server) await stopServer(server, false);
  } finally {
    held.release();
  }
  rmSync(folder.dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

function hold(dataDir: string, program: string): HeldFolder {
  try {
    return holdFolder(dataDir, program);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    const { message } = error as Error;
    const full = causeOf(message) === 'disk-full' ? sentenceFor('disk-full', dataDir) : undefined;
    throw new EmbeddedPostgresFailed(full ?? `The data folder ${dataDir} cannot be written: ${message}`, { cause: error });
  }
}

async function takeOver(plan: ServerPlan): Promise<Server | undefined> {
  const running = findServer(plan.folder.clusterDir);
  if (!running) return undefined;
  if (await isAsPlanned(running, plan)) {
    plan.log('Took over the PostgreSQL of an earlier run that ended suddenly');
    return running;
  }
  plan.log('Stopping the PostgreSQL of an earlier run that ended suddenly');
  await stopServer(running, plan.durable);
  return undefined;
}

/** Looks after the server until it is to stop: starts it again when it died and keeps its log small. */
function keep(first: Server, plan: ServerPlan, onLost: EmbeddedOptions['onLost']): { stop(): Promise<void> } {
  let server = first;
  let stopping = false;
  let revival: Promise<void> | undefined;
  let restarts: number[] = [];

  const revive = async () => {
    restarts = [...restarts.filter((at) => Date.now() - at < 60_000), Date.now()];
    if (restarts.length > restartsPerMinute) throw new EmbeddedPostgresFailed(`PostgreSQL ended ${restarts.length} times within a minute.`);
    plan.log('PostgreSQL ended suddenly; starting it again');
    server = await startServer(plan, server.port, true);
    plan.log('PostgreSQL is back');
  };

  const watch = setInterval(() => {
    if (stopping || revival || isSameProcess(server.pid, server.identity)) return;
    revival = revive()
      .catch((error: Error) => {
        clearInterval(watch);
        if (!stopping) onLost?.(error);
      })
      .finally(() => {
        revival = undefined;
      });
  }, watchMs).unref();

  const tidy = setInterval(() => {
    try {
      limitServerLog(plan.folder.logFile);
    } catch {
      // Tried again in a minute; a log must not end the server.
    }
  }, 60_000).unref();

  return {
    async stop() {
      stopping = true;
      clearInterval(watch);
      clearInterval(tidy);
      await revival;
      await stopServer(server, plan.durable);
    },
  };
}
