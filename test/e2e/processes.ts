import { readdirSync, readFileSync } from 'node:fs';

/** A process of this machine. */
export interface Process {
  pid: number;
  parent: number;
  command: string;
}

function listProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const parent = Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]);
        return [{ pid: Number(pid), parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

/** The workers that a running product has started. */
export const workersOf = (pid: number): Process[] =>
  listProcesses().filter(({ parent, command }) => parent === pid && command.includes('apps/worker'));

/** The command lines of everything that runs on a data folder. */
export const processesOn = (dataDir: string): string[] =>
  listProcesses()
    .filter(({ command }) => command.includes(dataDir))
    .map(({ command }) => command);
