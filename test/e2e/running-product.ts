import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../apps/cli/bin/matchwatch.mjs', import.meta.url));

/** The product as `matchwatch up` runs it. */
export interface RunningProduct {
  address: string;
  /** Everything it has said so far. */
  output(): string;
  pid: number;
  /** Ctrl-C; answers the exit status. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

/** Starts `matchwatch up` with a data folder and waits until it says that it is ready; rejects with what it said when it ends before. */
export async function startProduct(dataDir: string, args: string[] = [], env: Record<string, string> = {}): Promise<RunningProduct> {
  const { child, output } = launch(['up', ...args], { DATA_DIR: dataDir, PORT: '0', ...env });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const [, found] = /Matchwatch is ready: (\S+)/.exec(output()) ?? [];
      // The sign-ins follow the address; wait for the last line.
      if (found && output().includes('Ctrl-C stops it.')) resolve(found);
    });
    // Not at its exit: what it said last is still on the way then.
    child.once('close', (code) => reject(new Error(`matchwatch up ended with status ${code}:\n${output()}`)));
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  return {
    address,
    output,
    pid: child.pid ?? Number.NaN,
    async stop() {
      child.kill('SIGINT');
      return (await ended)[0];
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Runs one command of the command line to its end. */
export async function matchwatch(args: string[], env: Record<string, string>): Promise<{ status: number | null; output: string }> {
  const { child, output } = launch(args, env);
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, output: output() };
}

function launch(args: string[], env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const { DATABASE_URL: _, REDIS_URL: __, NODE_OPTIONS: ___, ...rest } = process.env;
  const child = spawn(process.execPath, [bin, ...args], { env: { ...rest, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return { child, output: () => text };
}
