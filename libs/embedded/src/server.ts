import { spawn } from 'node:child_process';
import { closeSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { programEnvironment } from './cluster.js';
import type { DataFolder } from './data-folder.js';
import { EmbeddedPostgresFailed } from './errors.js';
import { causeOf, explain } from './failure.js';
import type { OsUser } from './folder-owner.js';
import { findCommandLine, findProcessIdentity, findWorkingFolder, isSameProcess } from './process-identity.js';
import { openServerLog, readServerLog } from './server-log.js';
import { serverArguments } from './server-settings.js';

/** A PostgreSQL server process that works on a known data folder. */
export interface Server {
  pid: number;
  identity: string;
  port: number;
}

/** How a server is to be started. */
export interface ServerPlan {
  folder: DataFolder;
  postgres: string;
  user: OsUser | undefined;
  durable: boolean;
  log: (line: string) => void;
}

interface PidFile {
  pid: number;
  port: number;
  status: string;
}

const pollMs = 10;
const slowMs = 3_000;

/** The server that runs on the cluster, found by its pid file and told from any other process by command line or working folder. */
export function findServer(clusterDir: string): Server | undefined {
  const file = readPidFile(clusterDir);
  if (!file) return undefined;
  const identity = findProcessIdentity(file.pid);
  return identity !== undefined && isServerOf(file.pid, clusterDir) ? { pid: file.pid, identity, port: file.port } : undefined;
}

/** Whether a running server is ready and just as we would start it, so that it may be kept. */
export async function isAsPlanned(server: Server, plan: ServerPlan): Promise<boolean> {
  const { clusterDir } = plan.folder;
  await waitWhile(
    () => isSameProcess(server.pid, server.identity) && /^(starting|stopping)/.test(readPidFile(clusterDir)?.status ?? 'stopping'),
  );
  if (!isSameProcess(server.pid, server.identity)) return false;
  const wanted = [plan.postgres, ...serverArguments(clusterDir, server.port, plan.durable)].join(' ');
  return findCommandLine(server.pid) === wanted && (await answers(server.port));
}

/** Starts the server, on the port asked for where that is free, and returns when it takes connections. */
export async function startServer(plan: ServerPlan, port: number | undefined, keepPort = false): Promise<Server> {
  const until = Date.now() + 60_000;
  let next = port !== undefined && (keepPort || (await isFree(port))) ? port : await findFreePort();
  for (;;) {
    const outcome = await launch(plan, next);
    if (typeof outcome !== 'string') return outcome;
    const cause = causeOf(outcome);
    const worthARetry = (cause === 'port-taken' || cause === 'backends-alive') && Date.now() < until;
    if (!worthARetry) throw new EmbeddedPostgresFailed(explain(outcome, plan.folder.dataDir, plan.folder.logFile));
    if (cause === 'port-taken' && !keepPort) next = await findFreePort();
    else await sleep(250);
  }
}

/** Stops the server in good order; a throw-away one at once. */
export async function stopServer({ pid, identity }: Server, durable: boolean): Promise<void> {
  const isGone = () => !isSameProcess(pid, identity);
  const steps: [NodeJS.Signals, number][] = durable
    ? [
        ['SIGINT', 60_000],
        ['SIGQUIT', 10_000],
      ]
    : [['SIGQUIT', 10_000]];
  for (const [signal, patienceMs] of steps) {
    if (isGone()) return;
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw new EmbeddedPostgresFailed(`PostgreSQL, process ${pid}, cannot be stopped: ${(error as Error).message}`, { cause: error });
    }
    await waitWhile(() => !isGone(), patienceMs);
  }
  if (!isGone()) throw new EmbeddedPostgresFailed(`PostgreSQL, process ${pid}, does not stop.`);
}

/** Starts once; answers the server, or what it wrote when it did not come up. */
async function launch(plan: ServerPlan, port: number): Promise<Server | string> {
  const { folder, postgres, user, durable, log } = plan;
  disownReusedPid(folder.clusterDir);
  const { descriptor, end } = openServerLog(folder.dataDir, folder.logFile);
  // A group of its own: Ctrl-C reaches us and not PostgreSQL, which we stop after its clients.
  const child = spawn(postgres, serverArguments(folder.clusterDir, port, durable), {
    uid: user?.uid,
    gid: user?.gid,
    cwd: '/',
    env: programEnvironment,
    detached: true,
    stdio: ['ignore', descriptor, descriptor],
  });
  closeSync(descriptor);
  const state: { failed?: Error; exited?: true } = {};
  child.once('error', (error) => (state.failed = error));
  child.once('exit', () => (state.exited = true));
  child.unref();
  const startedAt = Date.now();
  let told = false;
  await waitWhile(() => {
    if (!told && Date.now() - startedAt > slowMs) {
      told = true;
      log('PostgreSQL is putting its data in order after a sudden end; this can take a minute');
    }
    const file = readPidFile(folder.clusterDir);
    return !state.failed && !state.exited && !(file?.pid === child.pid && file?.status === 'ready');
  }, Number.POSITIVE_INFINITY);
  if (state.failed) return state.failed.message;
  const identity = child.pid === undefined ? undefined : findProcessIdentity(child.pid);
  if (state.exited || child.pid === undefined || identity === undefined) return readServerLog(folder.logFile, end);
  return { pid: child.pid, identity, port };
}

/**
 * A pid file left by a sudden end may name a pid that another process has by now, and PostgreSQL would refuse to start because of it.
 * PostgreSQL passes over the pid of its own parent and still checks the shared memory named in the file, which removing the file would prevent.
 */
function disownReusedPid(clusterDir: string): void {
  const file = readPidFile(clusterDir);
  if (!file || findProcessIdentity(file.pid) === undefined || isServerOf(file.pid, clusterDir)) return;
  const name = path.join(clusterDir, 'postmaster.pid');
  writeFileSync(name, readFileSync(name, 'utf8').replace(/^\d+/, String(process.pid)));
}

function isServerOf(pid: number, clusterDir: string): boolean {
  const command = findCommandLine(pid);
  if (command === undefined || !/(^|\/)postgres /.test(command)) return false;
  return command.includes(` -D ${clusterDir} `) || findWorkingFolder(pid) === realpathSync(clusterDir);
}

function readPidFile(clusterDir: string): PidFile | undefined {
  try {
    const lines = readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? '' } : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new EmbeddedPostgresFailed(`${clusterDir} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

async function waitWhile(condition: () => boolean, patienceMs = 600_000): Promise<void> {
  const until = Date.now() + patienceMs;
  while (condition() && Date.now() < until) await sleep(pollMs);
}

/** Whether a PostgreSQL answers: it says S or N when asked for TLS. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1', timeout: 2_000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])));
    socket.once('data', (data) => end(data[0] === 0x4e || data[0] === 0x53));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
    socket.once('end', () => end(false));
  });
}

function isFree(port: number): Promise<boolean> {
  return listen(port).then(
    () => true,
    () => false,
  );
}

function findFreePort(): Promise<number> {
  return listen(0);
}

function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
