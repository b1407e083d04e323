import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Say } from './say.js';

const restartsPerMinute = 5;
const killAfterMs = 30_000;

/** A process of the product that is kept running until it is stopped. */
export interface Child {
  /** Settles when it says that it is ready, with what it said; rejects when it ends before. */
  ready: Promise<Record<string, unknown>>;
  /** Tells it something; lost when it is just being started again. */
  tell(message: object): void;
  /** Asks it to stop and waits; after 30 s it is killed. */
  stop(): Promise<void>;
}

/**
 * Starts a built entry point as a child and starts it again when it ends by itself; `onLost` when that does not help. `onMessage` hears all it
 * says, that it is ready included.
 */
export function keepRunning(
  name: string,
  module: string,
  env: NodeJS.ProcessEnv,
  say: Say,
  onLost: (reason: string) => void,
  onMessage: (message: unknown) => void = () => {},
): Child {
  const entry = fileURLToPath(import.meta.resolve(module));
  let child: ChildProcess;
  let stopping = false;
  let restarts: number[] = [];
  let wasReady = false;

  const ready = new Promise<Record<string, unknown>>((resolve, reject) => {
    const start = () => {
      // A process group of its own: Ctrl-C reaches us first, and we stop things in order.
      child = fork(entry, { env, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      child.on('message', (message) => {
        onMessage(message);
        if (typeof message !== 'object' || message === null || !('ready' in message)) return;
        wasReady = true;
        resolve(message as Record<string, unknown>);
      });
      child.on('error', reject);
      child.on('exit', (code, signal) => {
        if (stopping) return;
        const how = signal ? `was ended by ${signal}` : `ended with status ${code}`;
        if (!wasReady) return reject(new Error(`The ${name} ${how} before it was ready.`));
        const now = Date.now();
        restarts = [...restarts.filter((at) => now - at < 60_000), now];
        if (restarts.length > restartsPerMinute) return onLost(`The ${name} ended ${restarts.length} times within a minute; it ${how}.`);
        say(`The ${name} ${how}; starting it again`);
        start();
      });
    };
    start();
  });

  return {
    ready,
    tell: (message) => {
      if (child.connected) child.send(message, () => {});
    },
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        const kill = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
        child.once('exit', () => {
          clearTimeout(kill);
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}
