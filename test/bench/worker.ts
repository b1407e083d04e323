import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { peakMemory } from './measure.js';

/** A built process of the product under the bench. */
export interface BenchProcess {
  /** What it said when it was ready. */
  said: Record<string, unknown>;
  pid: number | undefined;
  /** Most memory it has held, in megabytes. */
  peak(): number | undefined;
  stop(): Promise<void>;
}

/** Starts a built entry point and waits until it is ready. */
export async function startProcess(module: string, env: Record<string, string>): Promise<BenchProcess> {
  const child: ChildProcess = fork(fileURLToPath(import.meta.resolve(module)), {
    env: { ...process.env, NIGHTLY_CRON: '0 0 1 1 *', WEEKLY_CRON: '0 0 1 1 *', REPORT_CRON: '0 0 1 1 *', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [said] = (await once(child, 'message')) as [Record<string, unknown>];
  return {
    said,
    pid: child.pid,
    peak: () => (child.pid === undefined ? undefined : peakMemory(child.pid)),
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
