import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePort } from './free-port.js';
import { findProgram } from './installed-program.js';

/** A real Redis that keeps nothing. */
export interface ThrowAwayRedis {
  url: string;
  port: number;
  /** Kills it, and everything it held is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port, empty; throws with what it wrote when it does not start. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a Redis of its own on a free port of 127.0.0.1; throws with what to install when there is none. */
export async function throwAwayRedis(): Promise<ThrowAwayRedis> {
  const program = findProgram(['redis-server']);
  if (!program) throw new Error('Tests of the Redis queue need redis-server: install it (Debian: apt-get install redis-server).');
  const folder = mkdtempSync(path.join(tmpdir(), 'matchwatch-redis-'));
  let child: ChildProcess;
  /** Answers what it wrote when it does not start. */
  const start = (port: number): Promise<string | undefined> => {
    const settings = {
      port,
      bind: '127.0.0.1',
      dir: folder,
      save: '',
      appendonly: 'no',
      'maxmemory-policy': 'noeviction',
      daemonize: 'no',
    };
    child = spawn(
      program,
      Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
      { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    return becomeReady(child);
  };
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort();
    const failure = await start(port);
    if (failure === undefined) {
      return {
        url: `redis://127.0.0.1:${port}`,
        port,
        kill: () => end(child),
        async restart() {
          const trouble = await start(port);
          if (trouble !== undefined) throw new Error(`redis-server did not start again:\n${trouble}`);
        },
        async stop() {
          await end(child);
          rmSync(folder, { recursive: true, force: true });
        },
      };
    }
    if (attempt >= 5 || !/Address already in use/.test(failure)) {
      rmSync(folder, { recursive: true, force: true });
      throw new Error(`redis-server did not start:\n${failure}`);
    }
  }
}

/** Answers undefined when the server takes connections, else what it wrote before it ended. */
function becomeReady(child: ChildProcess): Promise<string | undefined> {
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  child.once('exit', () => process.removeListener('exit', killWithUs));
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        if (output.length < 64 * 1024) output += chunk;
        if (/Ready to accept connections/.test(output)) resolve(undefined);
      });
    }
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
