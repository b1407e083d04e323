import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(import.meta.resolve('@matchwatch/worker/main'));

/** The built worker as a process of its own, so that it can be killed. */
export interface WorkerProcess {
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the worker and waits until it takes jobs. */
export async function startWorker(env: Record<string, string | undefined>): Promise<WorkerProcess> {
  const child = fork(entry, {
    env: {
      ...process.env,
      NIGHTLY_CRON: '0 0 1 1 *',
      WEEKLY_CRON: '0 0 1 1 *',
      REPORT_CRON: '0 0 1 1 *',
      LOG_LEVEL: 'fatal',
      ...defined(env),
    },
    // Vitest resolves to sources; the built worker must not.
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The worker ended with status ${code} before it was ready`);
    }),
  ]);
  return { kill: () => end(child, 'SIGKILL'), stop: () => end(child, 'SIGTERM') };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

const defined = (env: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
